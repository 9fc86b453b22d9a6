using Cli.Repository;

namespace Cli.Tests.Repository;

public sealed class CourseRepositoryTests
{
    [Fact]
    public void The_root_is_found_from_a_folder_below()
    {
        using var course = new TestRepository();
        Directory.CreateDirectory(course.Path("a/b"));
        Assert.Equal(course.Root, CourseRepository.Find(course.Path("a/b")).Root);
        Assert.Equal("a/b", course.Repository.Display(course.Path("a/b")));
        Assert.Equal(Path.GetTempPath(), course.Repository.Display(Path.GetTempPath()));
    }

    [Fact]
    public void Outside_a_clone_there_is_a_clear_error()
    {
        var folder = Directory.CreateTempSubdirectory("no-course-");
        try
        {
            Assert.Contains("Course.sln", Assert.Throws<CourseException>(() => CourseRepository.Find(folder.FullName)).Message);
        }
        finally
        {
            folder.Delete();
        }
    }

    [Fact]
    public void The_library_is_stale_when_a_source_is_newer_or_a_file_went_away()
    {
        using var course = new TestRepository();
        var library = new CourseLibrary(course.Repository, Stacks.Embedded);
        foreach (var file in new[] { "lib/Course/Course.csproj", "lib/Course/Data/A.cs", "lib/Course/Data/B.cs", "lib/ManagedTorch/T.cs", "lib/Course/bin/Course.dll" })
        {
            course.Write(file, "");
        }

        SetTimes(course, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(library.AssemblyPath, new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        Assert.False(library.IsStale());

        course.Write("lib/Course/obj/X.cs", "build output does not count");
        Directory.SetLastWriteTimeUtc(course.Path("lib/Course"), new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.False(library.IsStale());

        File.Delete(course.Path("lib/Course/Data/B.cs"));
        Assert.True(library.IsStale());

        SetTimes(course, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(library.AssemblyPath, new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(course.Path("lib/ManagedTorch/T.cs"), new DateTime(2024, 1, 3, 0, 0, 0, DateTimeKind.Utc));
        Assert.True(library.IsStale());

        course.Write("lib/Course/obj/course-cli.built", "");
        File.SetLastWriteTimeUtc(course.Path("lib/Course/obj/course-cli.built"), new DateTime(2024, 1, 4, 0, 0, 0, DateTimeKind.Utc));
        Directory.SetLastWriteTimeUtc(course.Path("lib/Course"), new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.False(library.IsStale());

        File.Delete(library.AssemblyPath);
        Assert.True(library.IsStale());
    }

    private static void SetTimes(TestRepository course, DateTime time)
    {
        foreach (var file in Directory.GetFiles(course.Root, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, time);
        }

        foreach (var folder in Directory.GetDirectories(course.Root, "*", SearchOption.AllDirectories))
        {
            Directory.SetLastWriteTimeUtc(folder, time);
        }
    }
}
