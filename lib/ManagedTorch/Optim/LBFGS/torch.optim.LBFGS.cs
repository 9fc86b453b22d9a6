using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>L-BFGS without line search, for parameters.</summary>
        /// <param name="parameters">The parameters, one group.</param>
        /// <param name="lr">The length of a step.</param>
        /// <param name="max_iter">The most steps in a call of step.</param>
        /// <param name="max_eval">The most calls of the closure in a call of step; by default 1.25 max_iter.</param>
        /// <param name="tolerange_grad">Ends when no gradient is larger.</param>
        /// <param name="tolerance_change">Ends when parameters or loss change by less.</param>
        /// <param name="history_size">The number of past steps remembered.</param>
        public static LBFGS LBFGS(IEnumerable<Parameter> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null,
            double tolerange_grad = 1E-05, double tolerance_change = 1E-09, long history_size = 100) =>
            new(parameters, lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size);

        /// <summary>L-BFGS without line search, for named parameters.</summary>
        public static LBFGS LBFGS(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, long max_iter = 20,
            long? max_eval = null, double tolerange_grad = 1E-05, double tolerance_change = 1E-09, long history_size = 100) =>
            new(parameters.Select(p => p.parameter), lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size);
    }
}
