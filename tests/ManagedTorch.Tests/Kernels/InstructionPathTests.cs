using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

/// <summary>The runs of .ci/run on other instruction paths are on those paths.</summary>
public sealed class InstructionPathTests
{
    [Fact]
    public void The_process_uses_no_instructions_that_its_settings_forbid()
    {
        var most = Off("DOTNET_EnableHWIntrinsic") ? SimdLevel.Scalar : Off("DOTNET_EnableAVX512") ? SimdLevel.Avx2 : SimdLevel.Avx512;
        Assert.True(Simd.Supported <= most, $"{Simd.Supported} is in use, although the settings allow {most} at most.");
    }

    private static bool Off(string setting) => Environment.GetEnvironmentVariable(setting) == "0";
}
