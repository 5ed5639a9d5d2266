/// Where a video stands that is named by its number alone, as `<Youtube id="…"/>` and `{{< vimeo … >}}` name it.
enum VideoAddress {
  static func of(_ id: String, at site: String = "youtube") -> String {
    (site == "vimeo" ? "https://vimeo.com/" : "https://www.youtube.com/watch?v=") + id
  }
}
