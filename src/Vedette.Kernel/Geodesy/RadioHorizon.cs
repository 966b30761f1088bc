namespace Vedette.Kernel.Geodesy;

/// <summary>Line of sight over a smooth earth of effective radius 4/3 (Skolnik; ITU-R P.834).</summary>
public static class RadioHorizon
{
    public const double EffectiveRadiusM = 4.0 / 3.0 * 6371e3;

    /// <summary>Greatest ground distance, metres, at which antennas or targets at these heights (m) see each other.</summary>
    public static double DistanceM(double sensorHeightM, double targetHeightM) =>
        Math.Sqrt(2 * EffectiveRadiusM * Math.Max(sensorHeightM, 0)) + Math.Sqrt(2 * EffectiveRadiusM * Math.Max(targetHeightM, 0));

    /// <summary>How far the bent earth falls away below the horizontal within a distance, m.</summary>
    public static double DropM(double distanceM) => distanceM * distanceM / (2 * EffectiveRadiusM);

    /// <summary>The apparent elevation (rad) of a target at a ground distance, as the bent ray arrives at the sensor.</summary>
    public static double ApparentElevationRad(double sensorHeightM, double targetHeightM, double groundM)
    {
        var theta = groundM / EffectiveRadiusM;
        var (sin, cos) = Math.SinCos(theta);
        return Math.Atan2(
            ((EffectiveRadiusM + targetHeightM) * cos) - (EffectiveRadiusM + sensorHeightM),
            ((EffectiveRadiusM + targetHeightM) * sin) + 1e-9);
    }
}
