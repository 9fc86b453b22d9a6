using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Rprop, for parameters.</summary>
        public static Rprop Rprop(IEnumerable<Parameter> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2,
            double min_step = 1E-06, double max_step = 50, bool maximize = false) =>
            new(parameters, lr, etaminus, etaplus, min_step, max_step, maximize);

        /// <summary>Rprop, for named parameters.</summary>
        public static Rprop Rprop(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double etaminus = 0.5,
            double etaplus = 1.2, double min_step = 1E-06, double max_step = 50, bool maximize = false) =>
            new(parameters.Select(p => p.parameter), lr, etaminus, etaplus, min_step, max_step, maximize);

        /// <summary>Rprop, for groups of parameters.</summary>
        public static Rprop Rprop(IEnumerable<Rprop.ParamGroup> parameters, double lr = 0.01, double etaminus = 0.5,
            double etaplus = 1.2, double min_step = 1E-06, double max_step = 50, bool maximize = false) =>
            new(parameters, lr, etaminus, etaplus, min_step, max_step, maximize);
    }
}
