using Course.Data;
using Course.Training;
using Course.Training.Recipes;
using Course.Training.Recipes.Perceiver;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training.Recipes;

/// <summary>The checkpoint in the repository is as good as the course promises.</summary>
public sealed class KeptPerceiverTests : KeptTest
{
    private protected override IRecipe Recipe { get; } = new PerceiverRecipe();

    [Fact]
    public void On_pictures_it_never_saw_it_reaches_what_the_record_says()
    {
        PerceiverCheckpoint checkpoint = PerceiverCheckpoint.Load();
        using LabelledImages test = checkpoint.Normalise(FashionMnist.Load().Test);
        double accuracy = Evaluation.Of(checkpoint.Model, test).Accuracy;
        Assert.True(accuracy >= 0.84, $"{accuracy:P2}");
        // Another instruction set rounds otherwise and may turn a near tie.
        Assert.Equal(Recorded("test pictures, accuracy"), accuracy, 0.003);
    }

    [Fact]
    public void A_checkpoint_normalises_pictures_as_they_were_trained_on()
    {
        PerceiverCheckpoint checkpoint = PerceiverCheckpoint.Load();
        FashionMnist fashion = FashionMnist.Load();
        using LabelledImages seen = checkpoint.Normalise(fashion.Train);
        Assert.Equal(0, seen.Images.mean().item<float>(), 0.01);
        Assert.Equal(1, seen.Images.std().item<float>(), 0.01);
        Assert.Equal(fashion.Train.LabelValues, seen.LabelValues);
    }
}
