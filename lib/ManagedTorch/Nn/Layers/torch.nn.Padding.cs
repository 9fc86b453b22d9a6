using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Pads height and width with zeros, the same width on all sides.</summary>
        public static ZeroPad2d ZeroPad2d(long padding) => new([padding, padding, padding, padding]);

        /// <summary>Pads height and width with zeros: (before, after) of the last dimension first.</summary>
        public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4]);

        /// <summary>Pads one dimension with a value, the same width on all sides.</summary>
        public static ConstantPad1d ConstantPad1d(long padding, double value) => new([padding, padding], value);

        /// <summary>Pads one dimension with a value: (before, after) of the last dimension first.</summary>
        public static ConstantPad1d ConstantPad1d((long, long) padding, double value) =>
            new([padding.Item1, padding.Item2], value);

        /// <summary>Pads height and width with a value, the same width on all sides.</summary>
        public static ConstantPad2d ConstantPad2d(long padding, double value) => new([padding, padding, padding, padding], value);

        /// <summary>Pads height and width with a value: (before, after) of the last dimension first.</summary>
        public static ConstantPad2d ConstantPad2d((long, long, long, long) padding, double value) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4], value);

        /// <summary>Pads depth, height and width with a value, the same width on all sides.</summary>
        public static ConstantPad3d ConstantPad3d(long padding, double value) =>
            new([padding, padding, padding, padding, padding, padding], value);

        /// <summary>Pads depth, height and width with a value: (before, after) of the last dimension first.</summary>
        public static ConstantPad3d ConstantPad3d((long, long, long, long, long, long) padding, double value) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6], value);

        /// <summary>Pads one dimension with the input mirrored at its edge, the same width on all sides.</summary>
        public static ReflectionPad1d ReflectionPad1d(long padding) => new([padding, padding]);

        /// <summary>Pads one dimension with the input mirrored at its edge: (before, after) of the last dimension first.</summary>
        public static ReflectionPad1d ReflectionPad1d((long, long) padding) =>
            new([padding.Item1, padding.Item2]);

        /// <summary>Pads height and width with the input mirrored at its edge, the same width on all sides.</summary>
        public static ReflectionPad2d ReflectionPad2d(long padding) => new([padding, padding, padding, padding]);

        /// <summary>Pads height and width with the input mirrored at its edge: (before, after) of the last dimension first.</summary>
        public static ReflectionPad2d ReflectionPad2d((long, long, long, long) padding) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4]);

        /// <summary>Pads depth, height and width with the input mirrored at its edge, the same width on all sides.</summary>
        public static ReflectionPad3d ReflectionPad3d(long padding) => new([padding, padding, padding, padding, padding, padding]);

        /// <summary>
        /// Pads depth, height and width with the input mirrored at its edge: (before, after) of the last dimension first.
        /// </summary>
        public static ReflectionPad3d ReflectionPad3d((long, long, long, long, long, long) padding) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6]);

        /// <summary>Pads one dimension with its edge repeated, the same width on all sides.</summary>
        public static ReplicationPad1d ReplicationPad1d(long padding) => new([padding, padding]);

        /// <summary>Pads one dimension with its edge repeated: (before, after) of the last dimension first.</summary>
        public static ReplicationPad1d ReplicationPad1d((long, long) padding) =>
            new([padding.Item1, padding.Item2]);

        /// <summary>Pads height and width with its edge repeated, the same width on all sides.</summary>
        public static ReplicationPad2d ReplicationPad2d(long padding) => new([padding, padding, padding, padding]);

        /// <summary>Pads height and width with its edge repeated: (before, after) of the last dimension first.</summary>
        public static ReplicationPad2d ReplicationPad2d((long, long, long, long) padding) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4]);

        /// <summary>Pads depth, height and width with its edge repeated, the same width on all sides.</summary>
        public static ReplicationPad3d ReplicationPad3d(long padding) => new([padding, padding, padding, padding, padding, padding]);

        /// <summary>Pads depth, height and width with its edge repeated: (before, after) of the last dimension first.</summary>
        public static ReplicationPad3d ReplicationPad3d((long, long, long, long, long, long) padding) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6]);
    }
}
