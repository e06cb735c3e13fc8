using Xunit;

namespace TaskList.Product.Tests;

/// <summary>One process for all classes that leave it as it is: starting one costs more than most of their facts.</summary>
[CollectionDefinition]
public sealed class OneProduct : ICollectionFixture<StandaloneProduct>;
