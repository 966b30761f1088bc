using Vedette.Kernel;
using Vedette.Wire;

namespace Vedette.Sim;

/// <summary>Octets as a feed of the simulated world delivers them.</summary>
/// <param name="At">When they arrive.</param>
/// <param name="Feed">Name of the feed.</param>
/// <param name="Octets">One datagram, or a piece of a stream.</param>
public readonly record struct SimulatedOctets(Instant At, string Feed, ReadOnlyMemory<byte> Octets);

/// <summary>A feed of the simulated world: what a host must configure to understand its octets.</summary>
/// <param name="Name">Unique in the world.</param>
/// <param name="Format">What its octets are.</param>
/// <param name="Sensor">Name of the one sensor behind it, where the octets do not name their sensor.</param>
public sealed record SimulatedFeed(string Name, FeedFormat Format, string? Sensor);
