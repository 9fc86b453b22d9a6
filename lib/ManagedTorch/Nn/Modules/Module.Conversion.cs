using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// Converts floating-point parameters and buffers, here and in the submodules. The device can only be the CPU.
            /// </summary>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                _toEpilog(dtype, device, non_blocking);
                return this;
            }

            /// <summary>Does nothing for the CPU, the engine's one device.</summary>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);
                return this;
            }

            /// <summary>Converts floating-point parameters and buffers, here and in the submodules.</summary>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                _toEpilog(dtype, CPU, non_blocking);
                return this;
            }

            /// <summary>Converts to the element type and device of a tensor.</summary>
            public Module _to(Tensor other, bool non_blocking) => _to(other.device, other.dtype, non_blocking);

            /// <summary>What every form of conversion ends in.</summary>
            protected virtual void _toEpilog(ScalarType? dtype, Device device, bool non_blocking)
            {
                if (device.type != DeviceType.CPU)
                {
                    throw new InvalidOperationException(
                        $"There is no {device.type} device in the embedded engine; test cuda.is_available() before choosing one");
                }
                if (dtype is { } type)
                {
                    Convert(type, new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance));
                }
            }

            /// <summary>
            /// Converts here and below. What has been converted is looked up in <paramref name="converted"/>, so that a tensor that is
            /// used in several places stays one tensor.
            /// </summary>
            private void Convert(ScalarType type, Dictionary<Tensor, Tensor> converted)
            {
                foreach ((_, Module child) in named_children())
                {
                    child.Convert(type, converted);
                }
                foreach ((string component, Parameter parameter) in _internal_params.Entries())
                {
                    if (NeedsConversion(parameter, type))
                    {
                        if (!converted.TryGetValue(parameter, out Tensor? replacement))
                        {
                            replacement = new Parameter(parameter.detach().to(type), parameter.requires_grad);
                            converted.Add(parameter, replacement);
                        }
                        Replace(parameter, replacement);
                        ConditionallyRegisterParameter(component, replacement);
                    }
                }
                foreach ((string component, (Tensor buffer, bool persistent)) in _internal_buffers.Entries())
                {
                    if (NeedsConversion(buffer, type))
                    {
                        if (!converted.TryGetValue(buffer, out Tensor? replacement))
                        {
                            replacement = buffer.to(type);
                            converted.Add(buffer, replacement);
                        }
                        Replace(buffer, replacement);
                        ConditionallyRegisterBuffer(component, replacement, persistent);
                    }
                }
            }

            /// <summary>A module is converted between floating-point types; its integers stay what they are.</summary>
            private static bool NeedsConversion(Tensor tensor, ScalarType type) => tensor.dtype != type && tensor.is_floating_point();

            /// <summary>Puts a new tensor into the fields that hold the old one.</summary>
            private void Replace(Tensor old, Tensor converted)
            {
                for (Type? level = GetType(); level is not null && level != typeof(Module); level = level.BaseType)
                {
                    foreach (FieldInfo field in level.GetFields(
                                 BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    {
                        if (typeof(Tensor).IsAssignableFrom(field.FieldType) && ReferenceEquals(field.GetValue(this), old))
                        {
                            field.SetValue(this, converted);
                        }
                    }
                }
            }
        }
    }
}
