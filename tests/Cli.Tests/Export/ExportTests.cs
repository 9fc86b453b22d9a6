using Notebooks.Documents;

namespace Cli.Tests.Export;

public sealed class ExportTests : IDisposable
{
    private const string Setup = "#r \"../lib/Course/bin/Course.dll\"\nusing TorchSharp;\nusing static TorchSharp.torch;\nusing Course.Models;\nusing Microsoft.DotNet.Interactive.Formatting;\nusing System;";

    private readonly TestRepository _course = new();

    [Fact]
    public async Task Cells_of_a_file_are_put_together_with_the_usings_they_need()
    {
        _course.Write("notebooks/01-a.ipynb", new NotebookBuilder()
            .Code(Setup)
            .Markdown("# Blocks")
            .Code("//| export Block.cs\nusing System.Text;\nusing M = System.Math;\n\n/// <summary>A block.</summary>\npublic sealed class Block\n{\n    public int Width;   \n}")
            .Code("//| export Head.cs\npublic record Head(int N);")
            .Code("//| export Block.cs\nusing System.Text;\npublic enum Norm { Pre, Post }\n"));
        Assert.Equal(0, await _course.CourseAsync(["export"]));
        Assert.Equal(
            """
            // Source: notebooks/01-a.ipynb. Written by `course export`: do not edit, change the notebook and export again.
            using System;
            using System.Text;
            using TorchSharp;
            using static TorchSharp.torch;
            using M = System.Math;

            namespace Course.Models;

            /// <summary>A block.</summary>
            public sealed class Block
            {
                public int Width;
            }

            public enum Norm { Pre, Post }

            """,
            File.ReadAllText(_course.Path("lib/Course/Models/Block.cs")));
        Assert.True(File.Exists(_course.Path("lib/Course/Models/Head.cs")));
        Assert.Equal(0, await _course.CourseAsync(["export", "--check"]));
        Assert.Contains("2 exported files in lib/Course are up to date.", _course.Output.ToString());
    }

    [Fact]
    public async Task Check_names_stale_and_orphaned_files_and_changes_nothing()
    {
        _course.Write("notebooks/01-a.ipynb", new NotebookBuilder().Code(Setup).Code("//| export Block.cs\npublic class Block;"));
        _course.Write("lib/Course/Models/Block.cs", "edited by hand");
        _course.Write("lib/Course/Models/Gone.cs", "");
        Assert.Equal(1, await _course.CourseAsync(["export", "--check"]));
        Assert.Contains("stale: lib/Course/Models/Block.cs differs from notebooks/01-a.ipynb", _course.Error.ToString());
        Assert.Contains("orphan: lib/Course/Models/Gone.cs is exported by no notebook", _course.Error.ToString());
        Assert.Equal("edited by hand", File.ReadAllText(_course.Path("lib/Course/Models/Block.cs")));

        Assert.Equal(0, await _course.CourseAsync(["export"]));
        Assert.False(File.Exists(_course.Path("lib/Course/Models/Gone.cs")));
        Assert.Equal(0, await _course.CourseAsync(["export", "--check"]));
    }

    [Fact]
    public async Task A_cell_can_name_the_folder_of_the_errata()
    {
        _course.Write("notebooks/01-a.ipynb", new NotebookBuilder().Code(Setup).Code("//| export Errata/Block.cs\npublic class Block;"));
        _course.Write("lib/Course/Errata/Gone.cs", "");
        Assert.Equal(0, await _course.CourseAsync(["export"]));
        var block = File.ReadAllText(_course.Path("lib/Course/Errata/Block.cs"));
        Assert.Contains("namespace Course.Errata;", block);
        Assert.Contains("using Course.Models;", block);
        Assert.False(File.Exists(_course.Path("lib/Course/Errata/Gone.cs")));
    }

    [Fact]
    public async Task Line_endings_of_another_platform_are_not_stale()
    {
        _course.Write("notebooks/01-a.ipynb", new NotebookBuilder().Code(Setup).Code("//| export Block.cs\npublic class Block;"));
        await _course.CourseAsync(["export"]);
        var path = _course.Path("lib/Course/Models/Block.cs");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\n", "\r\n"));
        Assert.Equal(0, await _course.CourseAsync(["export", "--check"]));
    }

    [Theory]
    [InlineData("//| export ../Evil.cs\npublic class A;", "cell [2]: '../Evil.cs' is no file name")]
    [InlineData("//| export Plots/A.cs\npublic class A;", "cell [2]: 'Plots/A.cs' is no file name")]
    [InlineData("//| export A.cs\nclass A;", "cell [2]: the exported type A must be public")]
    [InlineData("//| export A.cs\npublic class A;\nvar x = 1;", "cell [2], line 3: only types can be exported; move this to another cell: var x = 1;")]
    [InlineData("//| export A.cs\nint F() => 1;", "cell [2], line 2: only types can be exported")]
    [InlineData("//| export A.cs\npublic class A {", "cell [2], line 2: } expected (CS1513)")]
    [InlineData("//| export A.cs\n// nothing", "cell [2] exports A.cs, but defines no type")]
    [InlineData("//| exprot A.cs\npublic class A;", "cell [2] starts with '//| exprot A.cs'")]
    public async Task A_cell_that_cannot_be_exported_is_named(string cell, string message)
    {
        _course.Write("notebooks/01-a.ipynb", new NotebookBuilder().Code(Setup).Code(cell));
        Assert.Equal(1, await _course.CourseAsync(["export"]));
        Assert.Contains(message, _course.Error.ToString());
        Assert.False(Directory.Exists(_course.Path("lib/Course/Models")));
    }

    public void Dispose() => _course.Dispose();
}
