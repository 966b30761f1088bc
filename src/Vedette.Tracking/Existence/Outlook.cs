namespace Vedette.Tracking.Existence;

/// <summary>What one look of a radar promises of a track, for each thing that it may be: to learn from what comes of it.</summary>
public struct Outlook
{
    /// <summary>Detection probability for each radar cross section.</summary>
    public RadarCrossSections Echo;

    /// <summary>The same for each height, where the height is guessed.</summary>
    public HeightBands Height;

    /// <summary>Nothing has told the track's height.</summary>
    public bool HeightIsGuess;
}
