using System.Runtime.Intrinsics.Arm;
using unsafe MicroKernel = delegate*<int, byte*, nint, byte*, nint, float*, nint, float*, nint, void>;

namespace ManagedTorch.Kernels;

/// <summary>The microkernels of one instruction set and the tile they are made for.</summary>
internal sealed unsafe class MicroKernelSet
{
    // 16 registers hold 6 x 2 accumulators, two vectors of B and one value of A; 32 registers hold twice that.
    private const int RowsWith16Registers = 6;
    private const int RowsWith32Registers = 12;

    private static readonly Lazy<MicroKernelSet> Avx512 = new(() => Create<Lanes512>(MicroKernelGenerator.MaxRows));
    private static readonly Lazy<MicroKernelSet> Avx2 = new(() => Create<Lanes256>(RowsWith16Registers));
    private static readonly Lazy<MicroKernelSet> Vector128 =
        new(() => Create<Lanes128>(AdvSimd.IsSupported ? RowsWith32Registers : RowsWith16Registers));

    private static readonly Lazy<MicroKernelSet> Scalar = new(() => Create<LanesScalar>(RowsWith16Registers));

    private readonly MicroKernel[] rowMajor;
    private readonly MicroKernel[] kMajor;

    private MicroKernelSet(int rows, int lanes, MicroKernel[] rowMajor, MicroKernel[] kMajor)
    {
        Rows = rows;
        Lanes = lanes;
        this.rowMajor = rowMajor;
        this.kMajor = kMajor;
    }

    /// <summary>The set for the instruction set in use.</summary>
    internal static MicroKernelSet Current => Simd.Level switch
    {
        SimdLevel.Avx512 => Avx512.Value,
        SimdLevel.Avx2 => Avx2.Value,
        SimdLevel.Vector128 => Vector128.Value,
        _ => Scalar.Value,
    };

    /// <summary>Rows of the largest tile.</summary>
    internal int Rows { get; }

    /// <summary>Floats in a vector.</summary>
    internal int Lanes { get; }

    /// <summary>Columns of the largest tile, and of a packed panel of B.</summary>
    internal int Columns => MicroKernelGenerator.MaxVectors * Lanes;

    /// <summary>The kernel for a tile of <paramref name="rows"/> rows and <paramref name="vectors"/> vectors.</summary>
    internal MicroKernel Kernel(bool kMajorA, int rows, int vectors) =>
        (kMajorA ? kMajor : rowMajor)[(rows - 1) * MicroKernelGenerator.MaxVectors + vectors - 1];

    private static MicroKernelSet Create<T>(int rows)
        where T : struct, ILanes<T> => new(rows, T.Count, MicroKernels.RowMajor<T>(), MicroKernels.KMajor<T>());
}
