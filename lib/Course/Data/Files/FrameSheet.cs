using Course.Vision;
using static TorchSharp.torch;

namespace Course.Data;

/// <summary>Cuts sheets of clips into frames. Each row of the sheet is a clip, which begins on the left.</summary>
internal static class FrameSheet
{
    /// <summary>Reads all sheets at once: the video of each clip, bytes (T, 3, side, side), at the clip's index.</summary>
    /// <param name="files">The data set.</param>
    /// <param name="sheets">The file's name and the clips of each sheet, row by row.</param>
    /// <param name="columns">Frames that fit into a row.</param>
    /// <param name="side">Height and width of a frame in pixels.</param>
    /// <exception cref="DataSetException">A file is missing, changed, no PNG, or has another size.</exception>
    public static Tensor[] ReadVideos(
        DataSetFolder files, IEnumerable<(string Name, (int Index, int Frames)[] Clips)> sheets, int columns, int side)
    {
        // Decompressing takes most of the time, and the sheets do not wait for each other.
        var tasks = sheets.Select(sheet => Task.Run(
            () => (sheet.Clips, Read(files.FilePath(sheet.Name), columns, [.. sheet.Clips.Select(clip => clip.Frames)], side)))).ToArray();
        ((int Index, int Frames)[] Clips, byte[] Frames)[] read = Task.WhenAll(tasks).GetAwaiter().GetResult();
        var videos = new Tensor[read.Sum(sheet => sheet.Clips.Length)];
        foreach (var (clips, frames) in read) CutVideos(frames, clips, side, videos);
        return videos;
    }

    /// <summary>The frames of all clips one after the other as bytes (frames, 3, side, side).</summary>
    /// <param name="path">A PNG file.</param>
    /// <param name="columns">Frames that fit into a row.</param>
    /// <param name="frames">How many frames each clip has.</param>
    /// <param name="side">Height and width of a frame in pixels.</param>
    /// <exception cref="DataSetException">The file is no PNG, or has another size.</exception>
    private static byte[] Read(string path, int columns, IReadOnlyList<int> frames, int side)
    {
        Picture sheet = DataFile.ReadPicture(path);
        if (sheet.Width != columns * side || sheet.Height != frames.Count * side)
            throw new DataSetException(
                $"{path} has {sheet.Width} x {sheet.Height} pixels; {frames.Count} clips of up to {columns} frames of {side} x {side} " +
                $"need {columns * side} x {frames.Count * side}");

        var bytes = new byte[frames.Sum() * 3 * side * side];
        int target = 0;
        for (int clip = 0; clip < frames.Count; clip++)
            for (int frame = 0; frame < frames[clip]; frame++, target += 3 * side * side)
                DataFile.CutSquare(sheet, frame * side, clip * side, side, bytes.AsSpan(target, 3 * side * side));
        return bytes;
    }

    /// <summary>Divides a sheet's frames among its clips.</summary>
    private static void CutVideos(byte[] frames, (int Index, int Frames)[] clips, int side, Tensor[] videos)
    {
        int start = 0;
        foreach ((int index, int count) in clips)
        {
            byte[] video = frames.AsSpan(start, count * 3 * side * side).ToArray();
            videos[index] = tensor(video, [count, 3, side, side]).DetachFromDisposeScope();
            start += video.Length;
        }
    }
}
