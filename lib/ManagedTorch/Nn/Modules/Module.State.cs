using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// All parameters and persistent buffers by dotted name, parameters first. The tensors are the module's own, not copies.
            /// </summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string Key(string component) => string.IsNullOrEmpty(prefix) ? component : $"{prefix}.{component}";
                foreach ((string component, Parameter parameter) in named_parameters())
                {
                    destination.TryAdd(Key(component), parameter);
                }
                foreach ((string component, Tensor buffer) in named_buffers(include_nonpersistent: false))
                {
                    destination.TryAdd(Key(component), buffer);
                }
                // names under which a shared parameter appears a second time
                foreach ((string childName, Module child) in named_children())
                {
                    child.state_dict(destination, Key(childName));
                }
                return destination;
            }

            /// <summary>Copies values into the parameters and buffers of the same names.</summary>
            /// <param name="source">Values by dotted name.</param>
            /// <param name="strict">Whether a name that only one side has is an error.</param>
            /// <param name="skip">Names to pass over.</param>
            /// <returns>The names that are missing in <paramref name="source"/>, and those the module does not have.</returns>
            /// <exception cref="InvalidOperationException">Names differ, and <paramref name="strict"/> is set.</exception>
            /// <exception cref="ArgumentException">A shape or an element type differs.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                skip ??= [];
                Dictionary<string, Tensor> destination = state_dict();
                (List<string> missing, List<string> unexpected) = StateComparison.Compare(destination.Keys, source.Keys, skip);
                if (strict)
                {
                    StateComparison.ThrowIfAny(GetType().Name, missing, unexpected, message => new InvalidOperationException(message));
                }
                string[] common = source.Keys.Where(k => destination.ContainsKey(k) && !skip.Contains(k)).ToArray();
                foreach (string key in common)
                {
                    StateComparison.CheckSame(key, destination[key].shape, destination[key].dtype, source[key].shape, source[key].dtype);
                }
                using (no_grad())
                {
                    foreach (string key in common)
                    {
                        destination[key].copy_(source[key]);
                    }
                }
                return (missing, unexpected);
            }
        }
    }
}
