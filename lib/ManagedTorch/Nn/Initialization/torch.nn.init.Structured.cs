namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>Ones on the diagonal of a matrix, zeros elsewhere.</summary>
            public static Tensor eye_(Tensor tensor) => tensor.ndim == 2
                ? Fill(tensor, t => t.copy_(eye(t.shape[0], t.shape[1], dtype: t.dtype)))
                : throw new ArgumentException($"eye_: it takes a matrix, not {tensor.ndim} dimensions.");

            /// <summary>A one in the middle of the kernel that leads from each channel to the same channel, zeros elsewhere: a convolution
            /// with it changes nothing. (out, in, kernel) over one to three dimensions.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                if (tensor.ndim is < 3 or > 5)
                {
                    throw new ArgumentException($"dirac_: it takes (out, in, kernel) with 3 to 5 dimensions, not {tensor.ndim}.");
                }
                return Fill(tensor, t =>
                {
                    t.zero_();
                    Tensor middle = t;
                    for (int d = 2; d < t.ndim; d++)
                    {
                        middle = middle.select(2, t.shape[d] / 2);
                    }
                    middle.diagonal().fill_(1);
                });
            }

            /// <summary>Normal numbers, and zeros in a share of the rows of each column of a matrix.</summary>
            /// <param name="tensor">The matrix.</param>
            /// <param name="sparsity">The share of zeros.</param>
            /// <param name="std">The standard deviation of the others.</param>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                if (tensor.ndim != 2 || !(sparsity is >= 0 and <= 1))
                {
                    throw new ArgumentException(
                        $"sparse_: it takes a matrix and a share in [0, 1], not {tensor.ndim} dimensions and {sparsity}.");
                }
                return Fill(tensor, t =>
                {
                    t.normal_(0, std);
                    long zeros = (long)Math.Ceiling(sparsity * t.shape[0]);
                    for (long column = 0; column < t.shape[1]; column++)
                    {
                        Tensor rows = randperm(t.shape[0]).narrow(0, 0, zeros);
                        t.select(1, column).index_fill_(0, rows, 0);
                    }
                });
            }
        }
    }
}
