using BenchmarkDotNet.Running;
using Vedette.Benchmarks;

// dotnet run -c Release --project bench/Vedette.Benchmarks -- --filter '*'
// dotnet run -c Release --project bench/Vedette.Benchmarks -- calibration FOLDER...
// dotnet run -c Release --project bench/Vedette.Benchmarks -- night [SEED [FROM-MINUTE [TO-MINUTE]]] [--talk]
// dotnet run -c Release --project bench/Vedette.Benchmarks -- asterix FILE... [--threads N] [--seconds S]
if (args is ["asterix", .. var recordings]) return Vedette.Benchmarks.Asterix.AsterixSpeed.Run(recordings);
if (args is ["calibration", .. var folders]) return ForecastCalibration.Run(folders);
if (args is ["night", .. var night]) return Vedette.Benchmarks.NightWatch.NightWatch.Run(night);
BenchmarkSwitcher.FromAssembly(typeof(AssessmentBenchmarks).Assembly).Run(args);
return 0;
