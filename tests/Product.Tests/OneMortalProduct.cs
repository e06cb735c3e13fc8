using Xunit;

namespace TaskList.Product.Tests;

/// <summary>One process for all classes that kill it, or its Postgres, and start it again.</summary>
[CollectionDefinition]
public sealed class OneMortalProduct : ICollectionFixture<StandaloneProduct>;
