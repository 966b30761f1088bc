using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment;

/// <summary>Listens to every plot before the tracker does and says which claims of position are not to be believed.</summary>
public interface IIntegrityWatch
{
    /// <summary>Where the sensors stand: claims are held against what radars see.</summary>
    void Know(SensorDirectory sensors);

    /// <summary>Takes a plot into account.</summary>
    /// <returns>False where its position is doubted and must not move a track.</returns>
    bool Trust(in Plot plot);

    /// <summary>The findings and cells, null where nothing has changed since it was last asked.</summary>
    IntegrityPicture? Changes(Instant now);
}
