namespace TorchSharp;

/// <summary>How <see cref="torch.cdist"/> computes Euclidean distances: by a matrix product (fast) or by differences (exact).</summary>
public enum compute_mode
{
    use_mm_for_euclid_dist_if_necessary = 0,
    use_mm_for_euclid_dist = 1,
    donot_use_mm_for_euclid_dist = 2,
}
