using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private bool _registered;

            /// <summary>
            /// Registers what the fields hold: a module as submodule, a <see cref="Modules.Parameter"/> as parameter, another tensor
            /// as buffer. Call it at the end of the constructor. Fields that are null, and names that are registered, are passed over.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (_registered)
                {
                    return;
                }
                _registered = true;
                foreach (FieldInfo field in GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                {
                    object? value = field.GetValue(this);
                    if (value is not (Module or Tensor))
                    {
                        continue;
                    }
                    string component = field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
                    if (IsRegistered(component))
                    {
                        continue;
                    }
                    switch (value)
                    {
                        case Module module:
                            register_module(component, module);
                            break;
                        case Parameter parameter:
                            register_parameter(component, parameter);
                            break;
                        case Tensor buffer:
                            register_buffer(component, buffer);
                            break;
                    }
                }
            }

            /// <summary>Adds a parameter under a name that is not in use yet.</summary>
            /// <exception cref="InvalidOperationException">The name is in use.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                CheckFree(name);
                param.DetachFromDisposeScope();
                _internal_params.Add(name, param);
            }

            /// <summary>Adds a tensor that is not learned; it is part of the state_dict when it is persistent.</summary>
            /// <exception cref="InvalidOperationException">The name is in use.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                CheckFree(name);
                tensor.DetachFromDisposeScope();
                _internal_buffers.Add(name, (tensor, persistent));
            }

            /// <summary>Adds a submodule under a name that is not in use yet; null removes the one of that name.</summary>
            /// <exception cref="InvalidOperationException">The name is in use.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _internal_submodules.Remove(name);
                    return;
                }
                CheckFree(name);
                submodule.RegisterComponents();
                _internal_submodules.Add(name, submodule);
            }

            /// <inheritdoc cref="register_module"/>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Adds, replaces or (with null) removes a parameter.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                {
                    _internal_params.Remove(name);
                    return;
                }
                value.DetachFromDisposeScope();
                _internal_params[name] = value;
            }

            /// <summary>Adds, replaces or (with null) removes a parameter; another tensor becomes one that requires gradients.</summary>
            protected void ConditionallyRegisterParameter(string name, Tensor? value) =>
                ConditionallyRegisterParameter(name, value is null ? null : value as Parameter ?? new Parameter(value));

            /// <summary>Adds, replaces or (with null) removes a buffer.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                {
                    _internal_buffers.Remove(name);
                    return;
                }
                value.DetachFromDisposeScope();
                _internal_buffers[name] = (value, persistent);
            }

            /// <summary>Forgets all submodules, without disposing them.</summary>
            protected void ClearModules() => _internal_submodules.Clear();

            private bool IsRegistered(string component) =>
                _internal_params.ContainsKey(component) || _internal_buffers.ContainsKey(component) ||
                _internal_submodules.ContainsKey(component);

            private void CheckFree(string component)
            {
                if (string.IsNullOrEmpty(component) || component.Contains('.'))
                {
                    throw new ArgumentException($"'{component}' is no name for a component of {GetType().Name}: " +
                                                "a name has at least one character and no dot");
                }
                if (IsRegistered(component))
                {
                    throw new InvalidOperationException($"{GetType().Name} has a component '{component}' already");
                }
            }
        }
    }
}
