namespace Vedette.Assessment.Incursion;

/// <summary>One supposed object in the plane of an airspace.</summary>
internal struct Particle
{
    public Particle(double x, double y, double vx, double vy, (double Sin, double Cos) wander, double speedShare)
    {
        (X, Y) = (x, y);
        var speed = Math.Sqrt((vx * vx) + (vy * vy));
        SpeedMps = Math.Max(speed * speedShare, 0.1);
        (DirectionX, DirectionY) = speed > 0 ? (vx / speed, vy / speed) : (0, 1);
        Turn(wander.Sin, wander.Cos);
    }

    public double X { get; private set; }

    public double Y { get; private set; }

    public double DirectionX { get; private set; }

    public double DirectionY { get; private set; }

    public double SpeedMps { get; }

    public double TimeS { get; private set; }

    public bool Inside { get; set; }

    /// <summary>How much of itself is still on its way.</summary>
    public double Share { get; set; } = 1;

    /// <summary>Turns clockwise by an angle given by its sine and cosine.</summary>
    public void Turn(double sin, double cos) =>
        (DirectionX, DirectionY) = ((DirectionX * cos) + (DirectionY * sin), (DirectionY * cos) - (DirectionX * sin));

    /// <summary>
    /// Turns to the nearer of the two ways along a line, and so much toward it or off it that the next <paramref name="legM"/> bring it to
    /// <paramref name="offM"/> from the line.
    /// </summary>
    public void TurnAlong(in LineCourse line, double offM, double legM)
    {
        var sense = (DirectionX * line.AlongX) + (DirectionY * line.AlongY) < 0 ? -1 : 1;
        var off = Math.Clamp((offM - line.DistanceM) / legM, -1, 1);
        var (dx, dy) = ((sense * line.AlongX) + (off * line.OutX), (sense * line.AlongY) + (off * line.OutY));
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length > 0) (DirectionX, DirectionY) = (dx / length, dy / length);
    }

    public void Move(double lengthM)
    {
        X += DirectionX * lengthM;
        Y += DirectionY * lengthM;
        TimeS += lengthM / SpeedMps;
    }
}
