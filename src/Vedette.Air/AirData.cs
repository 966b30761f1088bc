namespace Vedette.Air;

/// <summary>
/// What an aircraft's own instruments, not its satellite receiver, say of its motion through the air and of the air itself: Comm-B registers
/// 4,4, 5,0 and 6,0, airspeed squitters, their ASTERIX items. NaN = not told.
/// </summary>
/// <param name="TrueAirspeedMps">Speed through the air, m/s.</param>
/// <param name="WindEastMps">With <paramref name="WindNorthMps"/>: where the air goes, m/s.</param>
/// <param name="WindNorthMps">See <paramref name="WindEastMps"/>.</param>
public readonly record struct AirData(float TrueAirspeedMps, float WindEastMps = float.NaN, float WindNorthMps = float.NaN)
{
    public static readonly AirData Untold = new(float.NaN);

    public bool HasAirspeed => !float.IsNaN(TrueAirspeedMps);

    public bool HasWind => !float.IsNaN(WindEastMps) && !float.IsNaN(WindNorthMps);
}
