using Vedette.Kernel;

namespace Vedette.Wire.Containers;

/// <summary>One piece of a recording: a datagram, a data block or a chunk of a stream.</summary>
/// <param name="At">When it had been received; null where the recording does not tell.</param>
/// <param name="Octets">As received. Valid until the next piece is read.</param>
/// <param name="Offset">Where it begins in the recording.</param>
public readonly record struct TimedOctets(Instant? At, ReadOnlyMemory<byte> Octets, long Offset);
