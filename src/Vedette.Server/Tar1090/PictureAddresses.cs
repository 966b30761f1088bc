using System.Globalization;
using Vedette.Air;
using Vedette.Core;

namespace Vedette.Server.Tar1090;

/// <summary>
/// Gives every track of a picture an address of its own, as the format wants it: its transponder's where it has one, else "~" and its number.
/// Where two tracks claim one address the older one has it.
/// </summary>
internal sealed class PictureAddresses
{
    /// <summary>Above this pseudo addresses begin, away from those that TIS-B and anonymous transponders use.</summary>
    private const int FirstPseudo = 0xF00000;

    private readonly Dictionary<int, TrackNumber> holders = [];

    public PictureAddresses(PictureEffect picture)
    {
        foreach (ref readonly var track in picture.Tracks.AsSpan())
            if (IsShown(in track) && track.Address is { } address && (!holders.TryGetValue(address.Value, out var other) || track.Number.Value < other.Value))
                holders[address.Value] = track.Number;
    }

    /// <summary>Doubtful tracks are not for the public picture, ended ones are over.</summary>
    public static bool IsShown(in Track track) => track.Status is TrackStatus.Confirmed or TrackStatus.Coasting;

    public bool Holds(in Track track) => track.Address is { } address && holders.TryGetValue(address.Value, out var holder) && holder == track.Number;

    public string Of(in Track track) => Holds(in track)
        ? track.Address!.Value.ToString().ToLowerInvariant()
        : "~" + (FirstPseudo | (track.Number.Value & 0xFFFFF)).ToString("x6", CultureInfo.InvariantCulture);
}
