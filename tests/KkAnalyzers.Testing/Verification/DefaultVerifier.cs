using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A verifier that needs no test framework: it throws <see cref="InvalidOperationException"/>.</summary>
public class DefaultVerifier : IVerifier
{
    /// <summary>Makes a verifier without context.</summary>
    public DefaultVerifier()
        : this([])
    {
    }

    /// <summary>Makes a verifier with a context.</summary>
    protected DefaultVerifier(ImmutableStack<string> context)
    {
        Context = context ?? throw new ArgumentNullException(nameof(context));
    }

    /// <summary>Where the test is; the top is the innermost.</summary>
    protected ImmutableStack<string> Context { get; }

    /// <inheritdoc/>
    public virtual void Empty<T>(string collectionName, IEnumerable<T> collection)
    {
        var count = collection.Count();
        if (count != 0)
        {
            Throw($"Expected '{collectionName}' to be empty, contains '{count}' elements");
        }
    }

    /// <inheritdoc/>
    public virtual void Equal<T>(T expected, T actual, string? message = null)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            Throw(message ?? $"items not equal.  expected:'{expected}' actual:'{actual}'");
        }
    }

    /// <inheritdoc/>
    public virtual void True([DoesNotReturnIf(false)] bool assert, string? message = null)
    {
        if (!assert)
        {
            Throw(message ?? "Expected value to be 'true' but was 'false'");
        }
    }

    /// <inheritdoc/>
    public virtual void False([DoesNotReturnIf(true)] bool assert, string? message = null)
    {
        if (assert)
        {
            Throw(message ?? "Expected value to be 'false' but was 'true'");
        }
    }

    /// <inheritdoc/>
    [DoesNotReturn]
    public virtual void Fail(string? message = null) => Throw(message ?? "Verification failed for an unspecified reason.");

    /// <inheritdoc/>
    public virtual void LanguageIsSupported(string language)
    {
        if (language is not LanguageNames.CSharp and not LanguageNames.VisualBasic)
        {
            Throw($"Unsupported Language: '{language}'");
        }
    }

    /// <inheritdoc/>
    public virtual void NotEmpty<T>(string collectionName, IEnumerable<T> collection)
    {
        if (!collection.Any())
        {
            Throw($"expected '{collectionName}' to be non-empty, contains");
        }
    }

    /// <inheritdoc/>
    public virtual void SequenceEqual<T>(IEnumerable<T> expected, IEnumerable<T> actual, IEqualityComparer<T>? equalityComparer = null, string? message = null)
    {
        var left = expected.ToList();
        var right = actual.ToList();
        if (!left.SequenceEqual(right, equalityComparer))
        {
            Throw(message ?? $"Sequences are not equal.  expected: [{string.Join(", ", left)}] actual: [{string.Join(", ", right)}]");
        }
    }

    /// <inheritdoc/>
    public virtual IVerifier PushContext(string context)
    {
        if (GetType() != typeof(DefaultVerifier))
        {
            throw new InvalidOperationException($"{GetType().Name} has to override {nameof(PushContext)}");
        }

        return new DefaultVerifier(Context.Push(context));
    }

    /// <summary>Puts the context before a failure's text.</summary>
    protected virtual string CreateMessage(string? message)
    {
        var text = new StringBuilder();
        foreach (var frame in Context)
        {
            text.Insert(0, $"Context: {frame}{Environment.NewLine}");
        }

        return text.Append(message).ToString();
    }

    [DoesNotReturn]
    private void Throw(string message) => throw new InvalidOperationException(CreateMessage(message));
}
