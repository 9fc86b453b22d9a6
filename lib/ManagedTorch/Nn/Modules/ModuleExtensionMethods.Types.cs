namespace TorchSharp;

public static partial class ModuleExtensionMethods
{
    /// <summary>Converts a module to Float16, half the space of Float32.</summary>
    public static T half<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.Float16, non_blocking);

    /// <summary>Converts a module to BFloat16.</summary>
    public static T bfloat16<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.BFloat16, non_blocking);

    /// <summary>Always an error on the embedded engine: ask <see cref="torch.cuda.is_available"/> first.</summary>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(DeviceType.CUDA, deviceIndex, non_blocking);
}
