using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// Base class of networks and their layers. A subclass assigns parameters, buffers and submodules to fields in its constructor
        /// and then calls <see cref="RegisterComponents"/>; each is known by the name of its field.
        /// </summary>
        public partial class Module : IDisposable
        {
            /// <summary>The name given to the constructor.</summary>
            protected string name;

            /// <summary>The module's own parameters by name.</summary>
            protected OrderedDict<string, Parameter> _internal_params = new();

            /// <summary>The module's own buffers by name, and whether each is saved.</summary>
            protected OrderedDict<string, (Tensor, bool)> _internal_buffers = new();

            /// <summary>The direct submodules by name.</summary>
            protected OrderedDict<string, Module> _internal_submodules = new();

            private bool _training = true;

            /// <summary>For subclasses. <paramref name="name"/> is what <see cref="GetName"/> returns.</summary>
            protected Module(string name) => this.name = name;

            /// <summary>Whether dropout drops and batch normalisation uses the batch's own statistics.</summary>
            public virtual bool training => _training;

            /// <summary>The name given to the constructor.</summary>
            public virtual string GetName() => name;

            /// <summary>Sets training mode, here and in all submodules.</summary>
            public virtual void train(bool train = true)
            {
                _training = train;
                foreach ((_, Module child) in named_children())
                {
                    child.train(train);
                }
            }

            /// <summary>Sets evaluation mode, here and in all submodules.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls a function on every submodule, then on this module, and returns this module.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach ((_, Module child) in named_children())
                {
                    child.apply(fn);
                }
                fn(this);
                return this;
            }

            /// <summary>Forgets the gradients of all parameters, or fills them with zeros.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (Parameter parameter in parameters())
                {
                    Gradients.Reset(parameter, set_to_none);
                }
            }

            /// <summary>Releases the memory of all parameters and buffers, here and in the submodules.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Called by <see cref="Dispose()"/>.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                {
                    return;
                }
                foreach ((_, Parameter parameter) in _internal_params)
                {
                    parameter.Dispose();
                }
                foreach ((_, (Tensor buffer, _)) in _internal_buffers)
                {
                    buffer.Dispose();
                }
                foreach ((_, Module child) in _internal_submodules)
                {
                    child.Dispose();
                }
            }
        }
    }
}
