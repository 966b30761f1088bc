using Vedette.Kernel;

namespace Vedette.Edge.Recordings;

/// <summary>Octets of one feed of a recording and when they had been received. The memory is the receiver's.</summary>
public readonly record struct RecordedOctets(Instant At, string Feed, ReadOnlyMemory<byte> Octets);
