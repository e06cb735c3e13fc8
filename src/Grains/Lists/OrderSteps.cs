namespace TaskList.Grains.Lists;

/// <summary>Steps on an order that a journal can take back. A node that was taken out comes back as the same object, so references to it stay good.</summary>
static class OrderSteps
{
    /// <param name="after">Null for the first place.</param>
    public static LinkedListNode<T> Put<T>(this LinkedList<T> order, T item, LinkedListNode<T>? after, Journal? journal)
    {
        var node = after is null ? order.AddFirst(item) : order.AddAfter(after, item);
        journal?.Note(() => order.Remove(node));
        return node;
    }

    public static void TakeOut<T>(this LinkedList<T> order, LinkedListNode<T> node, Journal? journal)
    {
        var before = node.Previous;
        order.Remove(node);
        journal?.Note(() =>
        {
            if (before is null) order.AddFirst(node);
            else order.AddAfter(before, node);
        });
    }
}
