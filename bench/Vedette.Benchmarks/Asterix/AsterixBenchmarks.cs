using BenchmarkDotNet.Attributes;

namespace Vedette.Benchmarks.Asterix;

/// <summary>Every leaf of every record of a recording of plain data blocks, named by VEDETTE_ASTERIX (a file).</summary>
[MemoryDiagnoser]
public class AsterixBenchmarks
{
    private byte[] octets = [];

    [GlobalSetup]
    public void Load() => octets = File.ReadAllBytes(Environment.GetEnvironmentVariable("VEDETTE_ASTERIX") ?? throw new InvalidOperationException("VEDETTE_ASTERIX names no recording"));

    [Benchmark]
    public long AllLeaves() => BlockRead.All(octets);

    [Benchmark]
    public long FindItems() => BlockRead.Walk(octets);
}
