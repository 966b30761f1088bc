using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BenchmarkDotNet.Configs;
using Vedette.Assessment;

namespace Vedette.Benchmarks;

/// <summary>One second of a bad night (<see cref="BenchmarkCrowd"/>); <c>cost</c> tells what it is in the long run.</summary>
[MemoryDiagnoser]
[Config(typeof(OneProcess))]
public class AssessmentBenchmarks
{
    private readonly Assessor assessor = new();
    private readonly Assessor wide = new();
    private readonly BenchmarkCrowd night = new(1000, 2);
    private readonly BenchmarkCrowd crowd = new(10000, 20);

    [GlobalSetup]
    public void Setup()
    {
        assessor.Watch(night.Airspaces);
        wide.Watch(crowd.Airspaces);
    }

    [Benchmark]
    public int One_second_of_1000_tracks_and_2_airspaces() => assessor.Assess(night.Next(), night.Now).Count;

    [Benchmark]
    public int One_second_of_10000_tracks_and_20_airspaces() => wide.Assess(crowd.Next(), crowd.Now).Count;

    /// <summary>In this process: a benchmark of a shared machine is no place for a build of its own.</summary>
    private sealed class OneProcess : ManualConfig
    {
        public OneProcess() => AddJob(Job.ShortRun.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(2), logOutput: false)));
    }
}
