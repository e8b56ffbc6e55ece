using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class BookmarkIdTests() : StringValueTests<BookmarkId>(static text => new BookmarkId(text), static value => value.Value);
