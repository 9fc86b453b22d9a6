using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Operations;

/// <summary>The options hold for all that is written afterwards; each test puts them back.</summary>
[Collection(nameof(PrintOptionsCollection))]
public sealed class PrintOptionsTests : IDisposable
{
    private readonly Tensor _x = tensor(new[] { 0.5f, -1234.5678f });

    [Fact]
    public void Precision_counts_digits_behind_the_point()
    {
        set_printoptions(2, newLine: "|");
        Assert.Equal("[2], type = Float32, device = cpu| 0.50 -1234.57|", _x.str());
        set_printoptions(1, sci_mode: true);
        Assert.Equal("[2], type = Float32, device = cpu| 5.0E-001 -1.2E+003|", _x.str());
    }

    [Fact]
    public void The_style_holds_where_none_is_asked_for()
    {
        set_printoptions(style: numpy);
        Assert.Equal("[0.5, -1234.6]", _x.str());
        Assert.Equal("[0.5, -1234.6]", _x.ToString(true));
        Assert.Equal(TorchSharp.TensorStringStyle.Numpy, torch.TensorStringStyle);
        torch.TensorStringStyle = csharp;
        Assert.StartsWith("[2], type = Float32, device = cpu, value = float [] {", _x.str());
        Assert.StartsWith("[2], type = Float32, device = cpu| ", _x.ToString(julia, newLine: "|"));
        Assert.Throws<ArgumentException>(() => torch.TensorStringStyle = TorchSharp.TensorStringStyle.Default);
    }

    [Fact]
    public void Lines_rows_and_columns_have_a_limit()
    {
        set_printoptions(floatFormat: "g3", linewidth: 9, newLine: "|", maxRows: 2, maxColumns: 4);
        Assert.Equal("[5], type = Int64, device = cpu| 0 1 2 ...|", arange(5).str());
        Assert.Equal("[[0, 1, ... 3, 4]| ...| [10, 11, ... 13, 14]]", arange(15).reshape(3, 5).npstr(newLine: null));
        Assert.Equal("[0.5, -1.23e+03]", _x.npstr(null));
    }

    [Fact]
    public void What_is_not_named_stays()
    {
        set_printoptions(maxColumns: 2, newLine: "|");
        set_printoptions(style: numpy);
        Assert.Equal("[0, ... 3]", arange(4).str());
        Assert.Equal("[[0]| [1]]", arange(2).reshape(2, 1).str());
    }

    [Fact]
    public void Options_that_cannot_hold_are_refused()
    {
        Assert.Contains("'Q'", Assert.Throws<ArgumentException>(() => set_printoptions(floatFormat: "Q")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => set_printoptions(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => set_printoptions(maxRows: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => set_printoptions(maxColumns: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => set_printoptions(linewidth: -1));
    }

    [Fact]
    public void Print_writes_a_line_and_hands_the_tensor_on()
    {
        TextWriter before = Console.Out;
        using StringWriter written = new();
        Console.SetOut(written);
        try
        {
            Assert.Same(_x, _x.print(style: numpy));
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Contains("[0.5, -1234.6]" + Environment.NewLine, written.ToString());
    }

    public void Dispose()
    {
        set_printoptions(julia, "g5", 100, Environment.NewLine, 6, 6);
        _x.Dispose();
    }
}
