using Globus.Extensions.Scopes;

namespace Globus.Extensions.Tests.Scopes;

public class ConsentForestTests
{
    [Fact]
    public void Puts_consents_together_in_any_order()
    {
        var forest = new ConsentForest([Node("C", 1, 2, 3), Node("X", 9), Node("B", 1, 2), Node("A", 1)]);

        forest.Trees.Select(static tree => tree.Node.Id).ShouldBe([1, 9]);
        forest.Trees[0].Children.ShouldHaveSingleItem().Children.ShouldHaveSingleItem().Node.ScopeName.ShouldBe("C");
        forest.Trees[1].Children.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("A[B[C] D]", true)]
    [InlineData("*A[*B]", true)]
    [InlineData("A[C]", false)]
    [InlineData("A[B D[C]]", false)]
    [InlineData("B", false)]
    [InlineData("A[B] X", true)]
    [InlineData("A[X]", false)]
    [InlineData("", true)]
    public void Contains_what_a_tree_contains_level_by_level(string scopes, bool expected) =>
        new ConsentForest([Node("A", 1), Node("B", 1, 2), Node("C", 1, 2, 3), Node("D", 1, 4), Node("X", 9)]).Contains(ScopeSet.Parse(scopes)).ShouldBe(expected);

    [Fact]
    public void Parts_of_several_trees_do_not_add_up() =>
        new ConsentForest([Node("A", 1), Node("B", 1, 2), Node("A", 3), Node("C", 3, 4)]).Contains(Scope.Parse("A[B C]")).ShouldBeFalse();

    [Fact]
    public void Each_dependency_may_be_another_one_of_children_that_look_alike()
    {
        ConsentNode[] nodes = [Node("A", 1), Node("B", 1, 2), Node("C", 1, 2, 3), Node("B", 1, 4), Node("D", 1, 4, 5)];
        var forest = new ConsentForest(nodes);

        forest.Contains(Scope.Parse("A[B[C]]")).ShouldBeTrue();
        forest.Contains(Scope.Parse("A[B[D]]")).ShouldBeTrue();
        forest.Contains(Scope.Parse("A[B[C D]]")).ShouldBeFalse("One child has to contain the dependency as a whole.");
        forest.Contains(Scope.Parse("A[B B]")).ShouldBeTrue();
        new ConsentForest([.. nodes, Node("B", 1, 6), Node("C", 1, 6, 7), Node("D", 1, 6, 8)]).Contains(Scope.Parse("A[B[C D]]")).ShouldBeTrue();
    }

    [Fact]
    public void Says_which_consent_lacks_which_parent()
    {
        var error = Should.Throw<ConsentForestException>(() => new ConsentForest([Node("A", 1), Node("C", 1, 2, 3)]));

        (error.ConsentId, error.MissingParentId).ShouldBe((3, 2));
        error.Message.ShouldStartWith("The consent 3 stands below the consent 2, which is not among those given.");
    }

    [Fact]
    public void A_consent_that_is_given_twice_counts_once_unless_it_differs()
    {
        new ConsentForest([Node("A", 1), Node("A", 1)]).Trees.ShouldHaveSingleItem();

        var error = Should.Throw<ConsentForestException>(() => new ConsentForest([Node("A", 1), Node("B", 1)]));
        (error.ConsentId, error.MissingParentId).ShouldBe((1, null));
    }

    [Fact]
    public void A_node_knows_its_parent_and_refuses_a_path_that_is_not_its_own()
    {
        (Node("A", 1).ParentId, Node("C", 1, 2, 3).ParentId).ShouldBe((null, 2));
        Should.Throw<ArgumentException>(() => new ConsentNode(1, "A", [1, 2])).Message.ShouldContain("The path of the consent 1 has to end with its id, but is [1, 2].");
        Should.Throw<ArgumentException>(() => new ConsentNode(1, "A", []));
        Should.Throw<ArgumentException>(() => new ConsentNode(1, "", [1]));
    }

    [Fact]
    public void Depth_and_sharing_cost_neither_stack_nor_time()
    {
        // A deep chain of consents; and a scope whose shared parts stand for tens of thousands of names, almost none of which was agreed to.
        const int Depth = 2_000;
        var nodes = Enumerable.Range(1, Depth).Select(static id => new ConsentNode(id, $"n{id}", Enumerable.Range(1, id).Select(static i => (long)i)));
        var chain = string.Join('[', Enumerable.Range(1, Depth).Select(static id => $"n{id}")) + new string(']', Depth - 1);
        var shared = string.Join(' ', Enumerable.Range(0, 12).Select(static i => $"s{i}[l{i}[s{i + 1}] r{i}[s{i + 1}]]"));

        new ConsentForest(nodes).Contains(Scope.Parse(chain)).ShouldBeTrue();
        new ConsentForest(nodes.Skip(1).Take(0)).Contains(Scope.Parse(chain)).ShouldBeFalse();
        new ConsentForest([Node("s0", 1), Node("l0", 1, 2), Node("r0", 1, 3)]).Contains(ScopeSet.Parse(shared)).ShouldBeFalse();
    }

    private static ConsentNode Node(string scope, params long[] path) => new(path[^1], scope, path);
}
