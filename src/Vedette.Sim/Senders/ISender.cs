using Vedette.Sim.Truth;

namespace Vedette.Sim.Senders;

/// <summary>Turns what sensors measure into the octets of one or more feeds.</summary>
internal interface ISender
{
    /// <summary>One more second of the sky is known: send what follows from it.</summary>
    void Send(Sky sky);
}
