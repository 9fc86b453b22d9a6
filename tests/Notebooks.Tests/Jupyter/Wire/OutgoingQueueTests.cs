using Notebooks.Jupyter.Wire;

namespace Notebooks.Tests.Jupyter.Wire;

public sealed class OutgoingQueueTests
{
    private readonly OutgoingQueue queue = new(mostDroppable: 10, mostBytes: 20);

    [Fact]
    public void Droppable_items_have_less_room_than_the_others()
    {
        Assert.True(queue.TryAdd(Item(8), droppable: true));
        Assert.False(queue.TryAdd(Item(3), droppable: true));
        Assert.True(queue.TryAdd(Item(12), droppable: false));
        Assert.False(queue.TryAdd(Item(1), droppable: false));
    }

    [Fact]
    public void Taking_makes_room_and_keeps_the_order()
    {
        var (first, second, third) = (Item(5), Item(5), Item(4));
        queue.TryAdd(first, droppable: true);
        queue.TryAdd(second, droppable: true);
        Assert.False(queue.HasRoom(third));
        Assert.Same(first, queue.Take());
        Assert.True(queue.HasRoom(third));
        queue.TryAdd(third, droppable: true);
        Assert.Same(second, queue.Take());
        Assert.Same(third, queue.TryTake());
        Assert.Null(queue.TryTake());
    }

    [Fact]
    public void What_waits_is_given_out_after_the_end_and_then_nothing()
    {
        queue.TryAdd(Item(1), droppable: false);
        queue.Complete();
        Assert.False(queue.TryAdd(Item(1), droppable: false));
        Assert.NotNull(queue.Take());
        Assert.Null(queue.Take());
    }

    private static OutgoingItem Item(int bytes) => new([new byte[bytes]]);
}
