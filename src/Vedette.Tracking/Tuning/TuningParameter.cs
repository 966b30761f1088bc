namespace Vedette.Tracking.Tuning;

/// <summary>What a parameter may depend on.</summary>
public enum TuningScope : byte
{
    /// <summary>One value for the whole picture.</summary>
    Whole,

    /// <summary>May differ by area: it is asked where a plot falls, before anything is known of its object.</summary>
    Place,

    /// <summary>May differ by area and by the object's class: it is asked of a track.</summary>
    Track,
}

/// <summary>One thing that can be tuned: its name in the tuning file, what it takes, and where it stands in the settings.</summary>
/// <param name="Key">Its name; dots lead into objects inside the file.</param>
/// <param name="Unit">Of its value; "" for a bare number.</param>
/// <param name="Min">Least value taken.</param>
/// <param name="Max">Greatest value taken.</param>
/// <param name="Meaning">What it is, for people.</param>
/// <param name="Get">Reads it from settings; a switch is 0 or 1.</param>
/// <param name="With">The settings with another value.</param>
public sealed record TuningParameter(
    string Key, TuningScope Scope, string Unit, double Min, double Max, string Meaning,
    Func<TrackerSettings, double> Get, Func<TrackerSettings, double, TrackerSettings> With)
{
    /// <summary>It is on or off.</summary>
    public bool IsSwitch { get; init; }
}
