using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all optimizers share: groups, the state of each parameter, and saving it.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    /// <summary>The options of groups that bring none.</summary>
    protected OptimizerOptions _defaults = null!;

    private protected readonly Dictionary<Parameter, OptimizerState> States = new(ReferenceEqualityComparer.Instance);

    /// <summary>For subclasses.</summary>
    public OptimizerHelper()
    {
    }

    /// <summary>Adds parameters with options of their own; options left out are the optimizer's.</summary>
    /// <exception cref="ArgumentException">A parameter is in a group already.</exception>
    public override void add_param_group(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        // a lazy sequence would be walked again at every step
        param_group.Parameters = [.. param_group.Parameters];
        foreach (Parameter parameter in param_group.Parameters)
        {
            if (States.ContainsKey(parameter))
            {
                throw new ArgumentException($"{GetType().Name}: a parameter of shape [{string.Join(", ", parameter.shape)}] " +
                                            "is in a group already; give each parameter once");
            }
        }
        Complete(param_group);
        param_group.Options.InitialLearningRate = param_group.LearningRate;
        _parameter_groups.Add(param_group);
        foreach (Parameter parameter in param_group.Parameters)
        {
            OptimizerState state = NewState(parameter);
            state.Initialize(param_group.Options);
            States.Add(parameter, state);
        }
    }

    /// <summary>The options of each group and the state of each parameter: the optimizer's own objects, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        StateDictionary state = new();
        foreach (ParamGroup group in _parameter_groups)
        {
            state.Options.Add(group.Options);
            List<int> places = [];
            foreach (Parameter parameter in group.Parameters)
            {
                places.Add(state.State.Count);
                state.State.Add(States[parameter]);
            }
            state.StateIndexRef.Add(places);
        }
        return state;
    }

    /// <summary>Copies options and state of an optimizer of the same groups.</summary>
    /// <exception cref="ArgumentException">The numbers of groups or parameters differ.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        StateDictionary own = this.state_dict();
        CheckCounts(own, state_dict.Options.Count, state_dict.State.Count);
        foreach ((OptimizerOptions mine, OptimizerOptions theirs) in own.Options.Zip(state_dict.Options))
        {
            mine.LoadStateDict(theirs);
        }
        foreach ((OptimizerState mine, OptimizerState theirs) in own.State.Zip(state_dict.State))
        {
            mine.LoadStateDict(theirs);
        }
    }

    /// <summary>Writes options and state to a file.</summary>
    public void save_state_dict(string location)
    {
        using BinaryWriter writer = new(File.Create(location));
        save_state_dict(writer);
    }

    /// <summary>Writes options and state.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        StateDictionary own = state_dict();
        writer.Write(GetType().Name);
        Leb128.Write(writer, own.Options.Count);
        Leb128.Write(writer, own.State.Count);
        own.Options.ForEach(options => options.SaveStateDict(writer));
        own.State.ForEach(state => state.SaveStateDict(writer));
    }

    /// <summary>Reads the file that <see cref="save_state_dict(string)"/> wrote.</summary>
    public void load_state_dict(string location)
    {
        using BinaryReader reader = new(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Reads what <see cref="save_state_dict(BinaryWriter)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The data is of another kind of optimizer, or ends early.</exception>
    /// <exception cref="ArgumentException">The numbers of groups or parameters differ.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        try
        {
            string kind = reader.ReadString();
            if (kind != GetType().Name)
            {
                throw new InvalidDataException(
                    $"this is the state of the optimizer '{kind}', and it was to be loaded into {GetType().Name}");
            }
            StateDictionary own = state_dict();
            CheckCounts(own, Leb128.Read(reader), Leb128.Read(reader));
            own.Options.ForEach(options => options.LoadStateDict(reader));
            own.State.ForEach(state => state.LoadStateDict(reader));
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("the saved optimizer state is cut off");
        }
    }

    /// <summary>Moves the state; the embedded engine has the CPU alone.</summary>
    public void to(Device device)
    {
        foreach (OptimizerState state in States.Values)
        {
            state.to(device);
        }
    }

    /// <summary>Calls the closure with gradients on, then the body for each group with gradients off.</summary>
    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null) where T : ParamGroup
    {
        Tensor? loss = null;
        if (loss_closure is not null)
        {
            using (enable_grad())
            {
                loss = loss_closure();
            }
        }
        using (no_grad())
        using (NewDisposeScope())
        {
            foreach (T group in _parameter_groups.Cast<T>())
            {
                body(group);
            }
        }
        return loss;
    }

    /// <summary>Releases the state.</summary>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            foreach (IDisposable state in States.Values.OfType<IDisposable>())
            {
                state.Dispose();
            }
            States.Clear();
        }
    }

    /// <summary>Fills in the options that a group leaves out.</summary>
    private protected abstract void Complete(ParamGroup group);

    private protected abstract OptimizerState NewState(Parameter parameter);

    /// <summary>
    /// Hands each parameter that has a gradient to <paramref name="update"/>, with the gradient in order and, to maximize, negated.
    /// </summary>
    private protected void ForEachGradient<TState>(ParamGroup group, bool maximize, Action<Parameter, Tensor, TState> update)
        where TState : OptimizerState
    {
        foreach (Parameter parameter in group.Parameters)
        {
            if (parameter.grad is not { } gradient)
            {
                continue;
            }
            if (!parameter.Contiguous)
            {
                throw new InvalidOperationException($"{GetType().Name}: a parameter of shape [{string.Join(", ", parameter.shape)}] " +
                                                    "is not contiguous; make it of a contiguous tensor");
            }
            using Tensor signed = maximize ? gradient.neg() : gradient.alias();
            using Tensor ordered = signed.InOrder();
            update(parameter, ordered, (TState)States[parameter]);
        }
    }

    /// <summary>g + decay p: the gradient of the loss plus half of decay times the squared parameters.</summary>
    private protected static Tensor Decayed(Tensor gradient, Parameter parameter, double decay) =>
        decay == 0 ? gradient : gradient.add(parameter, decay);

    private static void CheckCounts(StateDictionary own, long groups, long parameters)
    {
        if (own.Options.Count != groups || own.State.Count != parameters)
        {
            throw new ArgumentException($"the state is of {groups} groups with {parameters} parameters, " +
                                        $"the optimizer has {own.Options.Count} with {own.State.Count}");
        }
    }
}
