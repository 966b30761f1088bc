using System.Globalization;
using Vedette.Kernel.Geodesy;
using Vedette.Kernel.Geodesy.HexGrid;

namespace Vedette.Kernel.Tests.HexGrid;

public class HexCellTests
{
    /// <summary>Latitude and longitude (deg), resolution, cell: random places, the last 24 near pentagons, as h3-js 4.5.0 names them.</summary>
    private const string Vectors = """
        18.077799 -70.266838 6 864cd0027ffffff
        2.651582 -63.967509 9 898ac861d6fffff
        -41.923354 -158.909372 1 81d4fffffffffff
        -55.703457 -125.212630 7 87e2f3ad8ffffff
        -69.652752 -100.490817 2 82e9affffffffff
        62.354003 -18.243570 2 82076ffffffffff
        -52.627837 -31.346848 4 84dc6ebffffffff
        13.824556 89.740877 2 8264effffffffff
        18.940637 -67.573557 6 864cc41afffffff
        -38.584154 48.945390 4 84cbab9ffffffff
        28.887502 154.019995 0 804ffffffffffff
        -35.701325 133.396865 7 87b903308ffffff
        65.924901 -129.074593 2 821317fffffffff
        -41.669593 135.421439 0 80d9fffffffffff
        70.626335 -21.802368 5 8506268ffffffff
        -65.531174 32.450191 3 83e7a9fffffffff
        65.349918 -109.857745 3 831371fffffffff
        -10.717611 -96.493134 3 839348fffffffff
        -72.361473 150.885092 1 81ec3ffffffffff
        -49.588911 71.152579 6 86e092b37ffffff
        39.460047 42.617340 7 872c3124affffff
        16.643169 -110.656528 8 88492a703dfffff
        42.515168 19.786720 3 831ef2fffffffff
        10.633941 79.833441 1 8161bffffffffff
        1.469553 -143.659716 9 897991d6d37ffff
        63.284660 -16.029568 9 89076e4e333ffff
        -3.885489 -146.470628 4 8488b11ffffffff
        6.528451 -0.242815 7 877529d09ffffff
        14.578071 -103.905344 4 846db0dffffffff
        15.747669 135.316458 6 864ade817ffffff
        -60.365958 -56.504585 3 83df18fffffffff
        10.841456 18.758082 9 896ba198817ffff
        -24.904109 173.591666 5 859f21b7fffffff
        45.703352 -102.295804 7 87278d295ffffff
        -13.363728 134.952364 6 869c596d7ffffff
        7.667141 -60.960431 2 825f47fffffffff
        -29.909359 177.780805 7 87ba0b6a6ffffff
        -0.975285 -172.722459 3 83708dfffffffff
        -26.307280 -53.245969 7 87a952a83ffffff
        -19.586329 21.746793 1 81977ffffffffff
        59.767187 10.568554 9 8909990f287ffff
        69.156920 10.027472 9 89094269d6bffff
        50.758989 -142.199977 0 801dfffffffffff
        52.561690 -143.331689 8 881c35d761fffff
        38.157369 121.755939 7 873002409ffffff
        40.189625 117.908901 7 8731ab142ffffff
        23.718828 -66.561062 6 864c055afffffff
        21.064345 -66.709563 1 814c3ffffffffff
        10.523331 57.174871 8 8862065449fffff
        14.059003 60.879764 5 8563726bfffffff
        0.159486 -5.010054 6 867419cb7ffffff
        -3.379925 -9.064301 0 8075fffffffffff
        -2.298059 172.423432 1 817e3ffffffffff
        2.588081 179.848320 5 857e953bfffffff
        -14.113108 -121.883604 2 8291affffffffff
        -7.495071 -120.822005 1 8190fffffffffff
        -23.773764 114.472543 2 82a637fffffffff
        -25.545857 114.872672 7 87a634af0ffffff
        -37.959909 -60.167254 7 87c22c293ffffff
        -36.254658 -57.700323 6 86c2e690fffffff
        -50.449472 36.500683 4 84d6009ffffffff
        -46.440682 36.654718 2 82d6f7fffffffff
        -64.689158 -166.086511 5 85ea23c3fffffff
        -65.573204 -172.527359 8 88ea1c2d47fffff
        """;

    [Fact]
    public void Places_fall_into_the_cells_that_H3_names()
    {
        foreach (var line in Vectors.Split('\n', StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(' ');
            var place = Geodetic.FromDegrees(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
            Assert.Equal(parts[3], HexCell.At(place, int.Parse(parts[2], CultureInfo.InvariantCulture)).ToString());
        }
    }

    [Fact]
    public void There_are_sixteen_resolutions()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HexCell.At(Geodetic.FromDegrees(50, 24), 16));
        Assert.Throws<ArgumentOutOfRangeException>(() => HexCell.At(Geodetic.FromDegrees(50, 24), -1));
    }
}
