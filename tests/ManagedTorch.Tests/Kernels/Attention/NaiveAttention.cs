namespace ManagedTorch.Tests.Kernels.Attention;

/// <summary>One head by the textbook, in double precision.</summary>
internal sealed class NaiveAttention
{
    internal NaiveAttention(AttentionCase c, int batch, int head)
    {
        double[,] query = Read(c, c.Query, batch, head, c.Queries, c.Dimension);
        double[,] key = Read(c, c.Key, batch, head, c.Keys, c.Dimension);
        double[,] value = Read(c, c.Value, batch, head, c.Keys, c.ValueDimension);
        double[,] gradOutput = Read(c, c.GradOutput, batch, head, c.Queries, c.ValueDimension);
        Probabilities = new double[c.Queries, c.Keys];
        LogSumExp = new double[c.Queries];
        Output = new double[c.Queries, c.ValueDimension];
        DQuery = new double[c.Queries, c.Dimension];
        DKey = new double[c.Keys, c.Dimension];
        DValue = new double[c.Keys, c.ValueDimension];
        for (int i = 0; i < c.Queries; i++)
        {
            double[] scores = new double[c.Keys];
            for (int j = 0; j < c.Keys; j++)
            {
                for (int d = 0; d < c.Dimension; d++)
                {
                    scores[j] += query[i, d] * key[j, d];
                }

                scores[j] = c.Causal && j > i ? double.NegativeInfinity : scores[j] * c.Scale + c.MaskAt(batch, head, i, j);
            }

            double max = scores.DefaultIfEmpty(double.NegativeInfinity).Max();
            double sum = scores.Sum(score => Math.Exp(score - max));
            LogSumExp[i] = max + Math.Log(sum);
            double delta = 0;
            double[] gradProbabilities = new double[c.Keys];
            for (int j = 0; j < c.Keys; j++)
            {
                Probabilities[i, j] = Math.Exp(scores[j] - max) / sum;
                for (int d = 0; d < c.ValueDimension; d++)
                {
                    Output[i, d] += Probabilities[i, j] * value[j, d];
                    DValue[j, d] += Probabilities[i, j] * gradOutput[i, d];
                    gradProbabilities[j] += gradOutput[i, d] * value[j, d];
                }

                delta += Probabilities[i, j] * gradProbabilities[j];
            }

            for (int j = 0; j < c.Keys; j++)
            {
                double gradScore = Probabilities[i, j] * (gradProbabilities[j] - delta) * c.Scale;
                for (int d = 0; d < c.Dimension; d++)
                {
                    DQuery[i, d] += gradScore * key[j, d];
                    DKey[j, d] += gradScore * query[i, d];
                }
            }
        }
    }

    internal double[,] Probabilities { get; }

    internal double[] LogSumExp { get; }

    internal double[,] Output { get; }

    internal double[,] DQuery { get; }

    internal double[,] DKey { get; }

    internal double[,] DValue { get; }

    private static double[,] Read(AttentionCase c, float[] values, int batch, int head, int rows, int columns)
    {
        double[,] matrix = new double[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                matrix[row, column] = values[c.At(batch, head, row, column, rows, columns)];
            }
        }

        return matrix;
    }
}
