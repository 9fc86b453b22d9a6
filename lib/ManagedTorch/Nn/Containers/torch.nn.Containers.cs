using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A list of registered modules.</summary>
        public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

        /// <inheritdoc cref="ModuleList(Module[])"/>
        public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);

        /// <summary>A dictionary of registered modules.</summary>
        public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

        /// <inheritdoc cref="ModuleDict(ValueTuple{string, Module}[])"/>
        public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
        {
            ModuleDict<T> result = new();
            foreach ((string, T) module in modules)
            {
                result.Add(module);
            }
            return result;
        }

        /// <summary>A list of registered parameters.</summary>
        public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);

        /// <summary>A dictionary of registered parameters.</summary>
        public static ParameterDict ParameterDict(params (string, Parameter)[] parameters)
        {
            ParameterDict result = new();
            foreach ((string, Parameter) parameter in parameters)
            {
                result.Add(parameter);
            }
            return result;
        }
    }
}
