using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// The parameters with their dotted names: the module's own first, then those of the submodules. A parameter that is used
            /// in two places comes once.
            /// </summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                HashSet<Parameter> seen = new(ReferenceEqualityComparer.Instance);
                foreach ((string own, Parameter parameter) in _internal_params)
                {
                    if (seen.Add(parameter))
                    {
                        yield return (own, parameter);
                    }
                }
                if (!recurse)
                {
                    yield break;
                }
                foreach ((string childName, Module child) in named_children())
                {
                    foreach ((string inner, Parameter parameter) in child.named_parameters())
                    {
                        if (seen.Add(parameter))
                        {
                            yield return ($"{childName}.{inner}", parameter);
                        }
                    }
                }
            }

            /// <summary>The parameters in the order of <see cref="named_parameters"/>.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(p => p.parameter);

            /// <summary>The buffers with their dotted names: the module's own first, then those of the submodules.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                HashSet<Tensor> seen = new(ReferenceEqualityComparer.Instance);
                foreach ((string own, (Tensor buffer, bool persistent)) in _internal_buffers)
                {
                    if ((persistent || include_nonpersistent) && seen.Add(buffer))
                    {
                        yield return (own, buffer);
                    }
                }
                if (!recurse)
                {
                    yield break;
                }
                foreach ((string childName, Module child) in named_children())
                {
                    foreach ((string inner, Tensor buffer) in child.named_buffers(true, include_nonpersistent))
                    {
                        if (seen.Add(buffer))
                        {
                            yield return ($"{childName}.{inner}", buffer);
                        }
                    }
                }
            }

            /// <summary>The buffers in the order of <see cref="named_buffers"/>.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(b => b.buffer);

            /// <summary>The direct submodules with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => _internal_submodules;

            /// <summary>The direct submodules.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(c => c.module);

            /// <summary>All submodules, not the module itself, with their dotted names: the direct ones, then those inside each.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach ((string, Module) child in named_children())
                {
                    yield return child;
                }
                foreach ((string childName, Module child) in named_children())
                {
                    foreach ((string inner, Module module) in child.named_modules())
                    {
                        yield return ($"{childName}.{inner}", module);
                    }
                }
            }

            /// <summary>All submodules in the order of <see cref="named_modules"/>.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            /// <summary>The parameter of a dotted name, or null.</summary>
            public virtual Parameter? get_parameter(string target)
            {
                ArgumentNullException.ThrowIfNull(target);
                return _internal_params.TryGetValue(target, out Parameter? own)
                    ? own
                    : FindChild(target, out string rest)?.get_parameter(rest);
            }

            /// <summary>The buffer of a dotted name, or null.</summary>
            public virtual Tensor? get_buffer(string target)
            {
                ArgumentNullException.ThrowIfNull(target);
                return _internal_buffers.TryGetValue(target, out (Tensor Buffer, bool) own)
                    ? own.Buffer
                    : FindChild(target, out string rest)?.get_buffer(rest);
            }

            /// <summary>Whether there is a parameter of this dotted name.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether there is a buffer of this dotted name.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            private Module? FindChild(string target, out string rest)
            {
                int dot = target.IndexOf('.', StringComparison.Ordinal);
                rest = dot < 0 ? "" : target[(dot + 1)..];
                string first = dot < 0 ? "" : target[..dot];
                return named_children().FirstOrDefault(c => c.name == first).module;
            }
        }
    }
}
