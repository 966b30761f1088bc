using BenchmarkDotNet.Running;
using Vedette.Benchmarks;

// dotnet run -c Release --project bench/Vedette.Benchmarks -- --filter '*'
// dotnet run -c Release --project bench/Vedette.Benchmarks -- crossing worlds | trajectories FOLDER | truth FOLDER...
// dotnet run -c Release --project bench/Vedette.Benchmarks -- coverage [WORLDS [FIRST-SEED [PLOT.svg]]]
// dotnet run -c Release --project bench/Vedette.Benchmarks -- classes night [SEED [MINUTES]] | trajectories FOLDER
// dotnet run -c Release --project bench/Vedette.Benchmarks -- night [SEED [FROM-MINUTE [TO-MINUTE]]] [--talk]
// dotnet run -c Release --project bench/Vedette.Benchmarks -- claims FILE...
// dotnet run -c Release --project bench/Vedette.Benchmarks -- cost
// dotnet run -c Release --project bench/Vedette.Benchmarks -- asterix FILE... [--threads N] [--seconds S] [--json 1]
if (args is ["asterix", .. var recordings]) return Vedette.Benchmarks.Asterix.AsterixSpeed.Run(recordings);
if (args is ["crossing", .. var crossing]) return Vedette.Benchmarks.Crossing.CrossingExperiment.Run(crossing);
if (args is ["claims", .. var claims]) return Vedette.Benchmarks.Claims.ClaimExperiment.Run(claims);
if (args is ["coverage", .. var coverage]) return Vedette.Benchmarks.Coverage.CoverageExperiment.Run(coverage);
if (args is ["classes", .. var classes]) return Vedette.Benchmarks.Classes.ClassExperiment.Run(classes);
if (args is ["cost"])
{
    Vedette.Benchmarks.Cost.AssessmentCost.Print(1000, 2);
    Vedette.Benchmarks.Cost.AssessmentCost.Print(10000, 20);
    Vedette.Benchmarks.Cost.CoverageCost.Print(20);
    return 0;
}

if (args is ["night", .. var night]) return Vedette.Benchmarks.NightWatch.NightWatch.Run(night);
BenchmarkSwitcher.FromAssembly(typeof(AssessmentBenchmarks).Assembly).Run(args);
return 0;
