using BenchmarkDotNet.Running;
using Vedette.Benchmarks;

// dotnet run -c Release --project bench/Vedette.Benchmarks -- --filter '*'
// dotnet run -c Release --project bench/Vedette.Benchmarks -- calibration FOLDER...
if (args is ["calibration", .. var folders]) return ForecastCalibration.Run(folders);
BenchmarkSwitcher.FromAssembly(typeof(AssessmentBenchmarks).Assembly).Run(args);
return 0;
