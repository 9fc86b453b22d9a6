using Notebooks.Language;
using Notebooks.Magics;

namespace Notebooks.Tests.Language;

public sealed class MagicCompletionTests : LanguageTest
{
    [Fact]
    public async Task Every_magic_is_offered_with_its_use()
    {
        var list = await Complete("1 + 1\n #!|");
        Assert.Equal(
            new MagicRegistry().All.Select(magic => (magic.Name, magic.Summary)),
            list.Items.Select(item => (item.Text, item.Signature!)));
        Assert.Equal((7, 9), (list.Start, list.End));
    }

    [Theory]
    [InlineData("#!ti|", new[] { "#!time" })]
    [InlineData("#|", new[] { "#!about", "#r" })]
    [InlineData("#l|", new[] { "#load" })]
    [InlineData("#!html\n#!mer|", new[] { "#!mermaid" })]
    [InlineData("#!share --from |", new[] { "csharp", "value" })]
    [InlineData("#!share --from csharp |", new[] { "--as", "number", "word" })]
    [InlineData("#!share --from csharp w|", new[] { "word" })]
    [InlineData("#!share --from value |", new[] { "--as", "stored" })]
    [InlineData("#!set --name x --v|", new[] { "--value" })]
    [InlineData("#!set --name x --value @|", new[] { "@csharp:", "@input:", "@password:", "@value:" })]
    [InlineData("#!set --name x --value @csharp:n|", new[] { "number" })]
    [InlineData("#!set --name x --value @value:|", new[] { "stored" })]
    [InlineData("#!time |", new string[0])]
    [InlineData("#!nonsense x|", new string[0])]
    public async Task Names_and_arguments_are_completed(string code, string[] expected)
    {
        await RunOk("#!value --name stored\ntext\n#!csharp\nvar number = 1; var word = \"\";");
        string[] texts = await Texts(code);
        Assert.Equal(expected, code == "#|" ? texts.Intersect(expected) : texts);
    }

    [Fact]
    public async Task A_word_is_replaced_from_its_source_on()
    {
        await RunOk("var number = 1;");
        var list = await Complete("#!set --name x --value @csharp:num|");
        Assert.Equal((31, 34), (list.Start, list.End));
    }

    [Fact]
    public async Task Every_option_that_a_magic_tells_of_is_offered()
    {
        foreach (var magic in new MagicRegistry().All)
        {
            var told = System.Text.RegularExpressions.Regex.Matches(magic.Summary, "--[a-z]+").Select(match => match.Value).ToHashSet();
            Assert.Equal(told.Order(), (await Texts($"{magic.Name} --|")).Order());
        }
    }

    [Theory]
    [InlineData("#r \"|", new[] { "lib/" })]
    [InlineData("#r \"lib/|", new[] { "Some.dll" })]
    [InlineData("#r \"lib/so|\"", new[] { "Some.dll" })]
    [InlineData("#r \"nuget: |", new string[0])]
    [InlineData("#r \"no/such/|", new string[0])]
    [InlineData("#load \"|", new[] { "lib/", "part.csx" })]
    [InlineData("#!import |", new[] { "lib/", "other.ipynb", "part.csx" })]
    [InlineData("#!import lib/|", new string[0])]
    public async Task Files_of_the_right_kind_are_offered(string code, string[] expected)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "lib"));
        foreach (string file in new[] { "lib/Some.dll", "lib/Some.xml", "part.csx", "other.ipynb", ".hidden.csx" })
        {
            File.WriteAllText(Path.Combine(Folder, file), "");
        }

        Assert.Equal(expected, await Texts(code));
    }
}
