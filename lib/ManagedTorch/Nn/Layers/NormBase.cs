using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the batch normalisations share: scale and shift by channel, and running statistics.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;
    private Tensor? _running_mean;
    private Tensor? _running_var;
    private Tensor? _num_batches_tracked;

    /// <summary>For subclasses.</summary>
    public NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device,
        ScalarType? dtype, string name) : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = new Parameter(empty([num_features], dtype, device));
            bias = new Parameter(empty([num_features], dtype, device));
        }
        if (track_running_stats)
        {
            running_mean = zeros([num_features], dtype, device);
            running_var = ones([num_features], dtype, device);
            num_batches_tracked = tensor(0L);
        }
        reset_parameters();
    }

    /// <summary>The number of channels.</summary>
    public long num_features { get; }

    /// <summary>Added to the variance before the root.</summary>
    public double eps { get; set; }

    /// <summary>The weight of a new batch in the running statistics; null for the mean over all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are scale and shift.</summary>
    public bool affine { get; }

    /// <summary>Whether there are running statistics.</summary>
    public bool track_running_stats { get; }

    /// <summary>The scale, shape (C), or null.</summary>
    public Parameter? weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary>The shift, shape (C), or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    /// <summary>The running mean, shape (C), or null.</summary>
    public Tensor? running_mean
    {
        get => _running_mean;
        set => ConditionallyRegisterBuffer(nameof(running_mean), _running_mean = value);
    }

    /// <summary>The running unbiased variance, shape (C), or null.</summary>
    public Tensor? running_var
    {
        get => _running_var;
        set => ConditionallyRegisterBuffer(nameof(running_var), _running_var = value);
    }

    /// <summary>The number of training batches seen, a scalar, or null.</summary>
    public Tensor? num_batches_tracked
    {
        get => _num_batches_tracked;
        set => ConditionallyRegisterBuffer(nameof(num_batches_tracked), _num_batches_tracked = value);
    }

    /// <summary>Scale one, shift zero, running statistics as at the start.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (_weight is not null && _bias is not null)
        {
            nn.init.ones_(_weight);
            nn.init.zeros_(_bias);
        }
    }

    /// <summary>Mean zero, variance one, no batches seen.</summary>
    public void reset_running_stats()
    {
        if (_running_mean is not null && _running_var is not null && _num_batches_tracked is not null)
        {
            nn.init.zeros_(_running_mean);
            nn.init.ones_(_running_var);
            nn.init.zeros_(_num_batches_tracked);
        }
    }

    /// <summary>Throws when an input has the wrong number of dimensions.</summary>
    protected abstract void ValidateInputDimensions(Tensor input);
}
