namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor lives.</summary>
    public class Device
    {
        /// <summary>Parses "cpu", "cuda" or "cuda:1".</summary>
        /// <exception cref="ArgumentException">The description names no device type.</exception>
        public Device(string description)
        {
            var parts = description.Split(':');
            var number = -1;
            if (parts.Length > 2 || !Enum.TryParse<DeviceType>(parts[0], ignoreCase: true, out var kind) ||
                (parts.Length == 2 && !int.TryParse(parts[1], out number)))
                throw new ArgumentException($"'{description}' is not a device; write \"cpu\", \"cuda\" or \"cuda:0\".");
            type = kind;
            index = number;
        }

        /// <summary>A device of a kind.</summary>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>A device of a kind given by name.</summary>
        public Device(string deviceType, int index = -1) : this(new Device(deviceType).type, index)
        {
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>The number of the device among its kind, -1 for the only or current one.</summary>
        public int index { get; }

        /// <summary>Parses a description.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <summary>"cpu", "cuda:0".</summary>
        public override string ToString() =>
            index < 0 ? type.ToString().ToLowerInvariant() : $"{type.ToString().ToLowerInvariant()}:{index}";
    }

    /// <summary>The CPU.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>Always an error on the embedded engine: ask <see cref="cuda.is_available"/> first.</summary>
    public static Device CUDA => throw NoCuda();

    /// <summary>A device by description.</summary>
    public static Device device(string description) => CheckDevice(new Device(description));

    /// <summary>A device by kind.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => CheckDevice(new Device(deviceType, index));

    /// <summary>Where new tensors are made when no device is named.</summary>
    public static Device get_default_device() => CPU;

    /// <summary>Chooses where new tensors are made when no device is named; the embedded engine has the CPU.</summary>
    public static void set_default_device(Device device) => CheckDevice(device);

    /// <inheritdoc cref="set_default_device(Device)"/>
    public static void set_default_device(string device) => CheckDevice(new Device(device));

    /// <summary>Prepares a device type; the embedded engine has the CPU.</summary>
    public static void InitializeDeviceType(DeviceType deviceType) => CheckDevice(new Device(deviceType));

    /// <summary>True for the CPU.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType == DeviceType.CPU;

    /// <summary>CUDA devices, of which the embedded engine has none.</summary>
    public static class cuda
    {
        /// <summary>False: the embedded engine computes on the CPU.</summary>
        public static bool is_available() => false;

        /// <summary>False.</summary>
        public static bool is_cudnn_available() => false;

        /// <summary>Zero.</summary>
        public static int device_count() => 0;

        /// <summary>Does nothing: there is no CUDA generator.</summary>
        public static void manual_seed(long seed)
        {
        }

        /// <summary>Does nothing: there is no CUDA generator.</summary>
        public static void manual_seed_all(long seed)
        {
        }

        /// <summary>Does nothing: every operation has finished when it returns.</summary>
        public static void synchronize(Device? device = null)
        {
        }
    }

    internal static Device CheckDevice(Device? device) => device is null || device.type == DeviceType.CPU ? CPU : throw NoCuda();

    private static InvalidOperationException NoCuda() =>
        new("The embedded engine computes on the CPU. Ask cuda.is_available() before you choose a device, or run the cuda stack.");
}
