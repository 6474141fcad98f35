void main(String[] args) { IO.println("native " + String.join(" ", args)); }
