using System.Text.Json.Nodes;
using Cli.Repository;

namespace Cli.Tests.DevContainers;

public sealed class DevContainerTests
{
    private static readonly CourseRepository Course = CourseRepository.Find(AppContext.BaseDirectory);

    [Theory]
    [InlineData(".devcontainer/devcontainer.json")]
    [InlineData(".devcontainer/gpu/devcontainer.json")]
    public void The_file_keeps_to_the_specification_and_names_files_that_exist(string path)
    {
        var file = Read(path);
        Assert.Empty(DevContainerRules.Problems(file));
        var command = ((string)file["postCreateCommand"]!).Split(' ')[0];
        Assert.True(File.Exists(Path.Combine(Course.Root, command)), command);
        foreach (var opened in file["customizations"]!["codespaces"]!["openFiles"]!.AsArray())
        {
            Assert.True(File.Exists(Path.Combine(Course.Root, (string)opened!)), (string)opened!);
        }
    }

    [Fact]
    public void Only_the_gpu_configuration_asks_for_a_gpu()
    {
        var cpu = Read(".devcontainer/devcontainer.json");
        var gpu = Read(".devcontainer/gpu/devcontainer.json");
        Assert.False(cpu.ContainsKey("runArgs"));
        Assert.Null(cpu["hostRequirements"]!["gpu"]);
        Assert.Equal(["--gpus=all"], gpu["runArgs"]!.AsArray().Select(argument => (string)argument!));
        Assert.True((bool)gpu["hostRequirements"]!["gpu"]!);
        Assert.True(JsonNode.DeepEquals(cpu["customizations"], gpu["customizations"]));
    }

    [Theory]
    [InlineData("""{}""", "image is missing")]
    [InlineData("""{"image":"x","postcreateCommand":"y"}""", "postcreateCommand is no property")]
    [InlineData("""{"image":1}""", "image cannot be 1")]
    [InlineData("""{"image":"x","hostRequirements":{"cpus":0}}""", "hostRequirements cannot be")]
    [InlineData("""{"image":"x","hostRequirements":{"memory":"8 GB"}}""", "hostRequirements cannot be")]
    [InlineData("""{"image":"x","hostRequirements":{"gpu":"maybe"}}""", "hostRequirements cannot be")]
    [InlineData("""{"image":"x","runArgs":"--gpus=all"}""", "runArgs cannot be")]
    [InlineData("""{"image":"x","containerEnv":{"A":1}}""", "containerEnv cannot be")]
    [InlineData("""{"image":"x","postCreateCommand":[1]}""", "postCreateCommand cannot be")]
    public void The_rules_find_mistakes(string file, string problem) =>
        Assert.Contains(problem, Assert.Single(DevContainerRules.Problems(JsonNode.Parse(file)!.AsObject())));

    private static JsonObject Read(string path) => JsonNode.Parse(
        File.ReadAllText(Path.Combine(Course.Root, path)),
        documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!.AsObject();
}
