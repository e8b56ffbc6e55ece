namespace Globus.Extensions.Tests.Architecture.Layout;

public sealed class SourceLayoutTests
{
    [Theory]
    [MemberData(nameof(ShippedAssemblies.Names), MemberType = typeof(ShippedAssemblies))]
    public void A_folder_is_a_namespace(string project) =>
        NamespaceRule.FindViolations(SourceTree.OfProject(project)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(ShippedAssemblies.Names), MemberType = typeof(ShippedAssemblies))]
    public void A_file_holds_one_type_and_is_named_after_it(string project) =>
        FileRule.FindViolations(SourceTree.OfProject(project)).ShouldBeEmpty();

    [Theory]
    [InlineData("Tokens/Internal/Store.cs", "Globus.Extensions.Tokens", "class Store;")]
    [InlineData("Apps/IGlobusApp.cs", "Globus.Extensions.Apps", "interface IGlobusApp;")]
    [InlineData("DependencyInjection/X.cs", "Globus.Extensions.DependencyInjection", "public interface IServiceCollection; public static class X { public static void Add(this IServiceCollection s) { } }")]
    [InlineData("DependencyInjection/X.cs", "Microsoft.Extensions.DependencyInjection", "public interface IHostApplicationBuilder; public static class X { extension(IHostApplicationBuilder b) { public void Add() { } } }")]
    public void Reports_a_type_in_another_namespace_than_its_folder(string path, string space, string text) =>
        NamespaceRule.FindViolations(SourceTree.OfExample((path, $"namespace {space}; {text}"))).ShouldContain(violation => violation.Contains("is in the namespace " + space));

    [Theory]
    [InlineData("Tokens/Internal/Store.cs", "Globus.Extensions.Tokens.Internal", "class Store;")]
    [InlineData("Apps/IGlobusApp.cs", "Globus.Extensions", "interface IGlobusApp;")]
    [InlineData("DependencyInjection/X.cs", "Microsoft.Extensions.DependencyInjection", "public static class X { public static void Add(this IServiceCollection s) { } }")]
    [InlineData("DependencyInjection/X.cs", "Microsoft.Extensions.Hosting", "public static class X { public static void Add(this IHostApplicationBuilder s) { } }")]
    [InlineData("DependencyInjection/Internal/X.cs", "Globus.Extensions.DependencyInjection.Internal", "using Microsoft.Extensions.DependencyInjection; static class X { static void Add(this IServiceCollection s) { } }")]
    public void Allows_the_namespace_that_the_design_names(string path, string space, string text) =>
        NamespaceRule.FindViolations(SourceTree.OfExample((path, $"namespace {space}; {text}"))).ShouldBeEmpty();

    [Theory]
    [InlineData("Tokens/Store.cs", "class Store; class Other;", "declares 2 types (Store, Other)")]
    [InlineData("Tokens/Store.cs", "class Other;", "is not named after Other")]
    [InlineData("Tokens/Store.Log.cs", "static class StoreLog;", "is not named after StoreLog")]
    [InlineData("Tokens/Store.cs", "enum Kind { One }", "is not named after Kind")]
    [InlineData("Tokens/Store.cs", "delegate void Changed();", "is not named after Changed")]
    public void Reports_a_file_with_another_type_than_its_name_says(string path, string text, string violation) =>
        FileRule.FindViolations(SourceTree.OfExample((path, $"namespace Globus.Extensions.Tokens; {text}"))).ShouldHaveSingleItem().ShouldEndWith(violation);

    [Theory]
    [InlineData("Tokens/Store.Log.cs", "static partial class Store;")]
    [InlineData("Tokens/Page.cs", "class Page<T>;")]
    [InlineData("Tokens/Page{T}.cs", "class Page<T>;")]
    [InlineData("Tokens/Page.cs", "class Page { class Nested; }")]
    public void Allows_parts_by_topic_generic_arity_and_nested_types(string path, string text) =>
        FileRule.FindViolations(SourceTree.OfExample((path, $"namespace Globus.Extensions.Tokens; {text}"))).ShouldBeEmpty();
}
