using ManagedTorch.Threading;

namespace ManagedTorch.Kernels;

/// <summary>Fused scaled dot-product attention, forward and backward.</summary>
internal static unsafe class Attention
{
    internal static bool KeepsProbabilities(in AttentionProblem p) => p.KeyLength <= 256;

    internal static void Forward(in AttentionProblem p, AttentionInput output, float* probabilities, float* logSumExp)
    {
        AttentionProblem problem = p;
        WorkerPool.For(p.Batch * p.Heads, index =>
        {
            int batch = index / problem.Heads, head = index % problem.Heads;
            float[] row = new float[problem.KeyLength];
            for (int i = 0; i < problem.QueryLength; i++)
            {
                long statistic = (long)index * problem.QueryLength + i;
                Scores(problem, batch, head, i, row);
                float max = float.NegativeInfinity;
                foreach (float score in row)
                {
                    max = MathF.Max(max, score);
                }

                double sum = 0;
                for (int j = 0; j < row.Length; j++)
                {
                    row[j] = MathF.Exp(row[j] - max);
                    sum += row[j];
                }

                logSumExp[statistic] = (float)(max + Math.Log(sum));
                float* target = output.Head(batch, head) + i * output.RowStride;
                new Span<float>(target, problem.ValueDimension).Clear();
                for (int j = 0; j < row.Length; j++)
                {
                    row[j] = (float)(row[j] / sum);
                    float* value = problem.Value.Head(batch, head) + j * problem.Value.RowStride;
                    for (int d = 0; d < problem.ValueDimension; d++)
                    {
                        target[d] += row[j] * value[d];
                    }
                }

                if (probabilities != null)
                {
                    row.CopyTo(new Span<float>(probabilities + statistic * problem.KeyLength, row.Length));
                }
            }
        });
    }

    internal static void Backward(
        in AttentionProblem p, AttentionInput output, AttentionInput gradOutput, float* probabilities, float* logSumExp,
        AttentionInput dQuery, AttentionInput dKey, AttentionInput dValue)
    {
        AttentionProblem problem = p;
        WorkerPool.For(p.Batch * p.Heads, index =>
        {
            int batch = index / problem.Heads, head = index % problem.Heads;
            Clear(dKey, batch, head, problem.KeyLength, problem.HeadDimension);
            Clear(dValue, batch, head, problem.KeyLength, problem.ValueDimension);
            Clear(dQuery, batch, head, problem.QueryLength, problem.HeadDimension);
            float[] row = new float[problem.KeyLength];
            for (int i = 0; i < problem.QueryLength; i++)
            {
                Scores(problem, batch, head, i, row);
                float normaliser = logSumExp[(long)index * problem.QueryLength + i];
                float* grad = gradOutput.Head(batch, head) + i * gradOutput.RowStride;
                float* result = output.Head(batch, head) + i * output.RowStride;
                float* query = problem.Query.Head(batch, head) + i * problem.Query.RowStride;
                float delta = 0;
                for (int d = 0; d < problem.ValueDimension; d++)
                {
                    delta += grad[d] * result[d];
                }

                for (int j = 0; j < problem.KeyLength; j++)
                {
                    float probability = MathF.Exp(row[j] - normaliser);
                    float* value = problem.Value.Head(batch, head) + j * problem.Value.RowStride;
                    float* key = problem.Key.Head(batch, head) + j * problem.Key.RowStride;
                    float gradProbability = 0;
                    for (int d = 0; d < problem.ValueDimension; d++)
                    {
                        gradProbability += grad[d] * value[d];
                        if (dValue.Pointer != null)
                        {
                            dValue.Head(batch, head)[j * dValue.RowStride + d] += probability * grad[d];
                        }
                    }

                    float gradScore = probability * (gradProbability - delta) * problem.Scale;
                    for (int d = 0; d < problem.HeadDimension; d++)
                    {
                        if (dQuery.Pointer != null)
                        {
                            dQuery.Head(batch, head)[i * dQuery.RowStride + d] += gradScore * key[d];
                        }

                        if (dKey.Pointer != null)
                        {
                            dKey.Head(batch, head)[j * dKey.RowStride + d] += gradScore * query[d];
                        }
                    }
                }
            }
        });
    }

    private static void Scores(in AttentionProblem p, int batch, int head, int i, float[] row)
    {
        float* query = p.Query.Head(batch, head) + i * p.Query.RowStride;
        float* mask = p.Mask + batch * p.MaskBatchStride + head * p.MaskHeadStride + i * p.MaskRowStride;
        for (int j = 0; j < row.Length; j++)
        {
            float* key = p.Key.Head(batch, head) + j * p.Key.RowStride;
            float sum = 0;
            for (int d = 0; d < p.HeadDimension; d++)
            {
                sum += query[d] * key[d];
            }

            row[j] = p.Causal && j > i
                ? float.NegativeInfinity
                : sum * p.Scale + (p.Mask == null ? 0 : mask[j * p.MaskColumnStride]);
        }
    }

    private static void Clear(AttentionInput target, int batch, int head, int rows, int columns)
    {
        if (target.Pointer == null)
        {
            return;
        }

        for (int i = 0; i < rows; i++)
        {
            new Span<float>(target.Head(batch, head) + i * target.RowStride, columns).Clear();
        }
    }
}
