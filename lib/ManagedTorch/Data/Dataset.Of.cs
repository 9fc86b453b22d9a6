namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        /// <summary>Data sets and loaders.</summary>
        public static partial class data
        {
            /// <summary>Samples by number.</summary>
            public abstract class Dataset<T> : IDisposable
            {
                /// <summary>For subclasses.</summary>
                protected Dataset()
                {
                }

                /// <summary>The number of samples.</summary>
                public abstract long Count { get; }

                /// <summary>The sample of a number from 0 to Count - 1.</summary>
                public abstract T GetTensor(long index);

                /// <summary>Releases what the data set holds.</summary>
                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                /// <summary>Called by <see cref="Dispose()"/>.</summary>
                protected virtual void Dispose(bool disposing)
                {
                }
            }
        }
    }
}
